call casegraph_protect('mediations', 'casegraph_sees_region(region_code)');
call casegraph_protect('mediation_parties', 'exists (select from mediations where mediations.id = mediation_id)');
call casegraph_protect('legal_aid_cases', 'casegraph_sees_region(region_code)');
