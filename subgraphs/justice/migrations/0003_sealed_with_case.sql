call casegraph_seal_with_case('mediations', 'JUSTICE', 'casegraph_sees_region(region_code)');
call casegraph_seal_with_case('legal_aid_cases', 'JUSTICE', 'casegraph_sees_region(region_code)');
call casegraph_mark_sealed_rows(null);
