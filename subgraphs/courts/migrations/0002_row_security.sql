call casegraph_protect('court_cases', 'casegraph_sees_region(region_code) and (not juvenile_record_sealed or casegraph_agency() in (''COURTS'', ''SYSTEM''))');
call casegraph_protect_parts('court_case_parties', 'court_case_id', 'court_cases');
call casegraph_protect_parts('judgments', 'court_case_id', 'court_cases');
call casegraph_protect('judicial_confirmations', 'casegraph_sees_region(region_code)');
call casegraph_protect('protection_orders', 'casegraph_sees_region(region_code) and casegraph_agency() in (''COURTS'', ''POLICE'', ''WOMENS_FEDERATION'', ''SYSTEM'')');
