call casegraph_protect('mediations', 'casegraph_sees_region(region_code)');
call casegraph_protect_parts('mediation_parties', 'mediation_id', 'mediations');
call casegraph_protect('legal_aid_cases', 'casegraph_sees_region(region_code)');
