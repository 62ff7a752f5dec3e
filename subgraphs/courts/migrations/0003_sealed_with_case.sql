insert into case_seals (case_id, sealed_for, sequence)
  select distinct case_id, array['COURTS'], 0 from court_cases where juvenile_record_sealed;
call casegraph_seal_with_case('court_cases', 'COURTS', 'casegraph_sees_region(region_code)');
alter table court_cases drop column juvenile_record_sealed;
call casegraph_seal_with_case('judicial_confirmations', 'COURTS', 'casegraph_sees_region(region_code)');
call casegraph_seal_with_case('protection_orders', 'COURTS', 'casegraph_sees_region(region_code) and casegraph_agency() in (''COURTS'', ''POLICE'', ''WOMENS_FEDERATION'', ''SYSTEM'')');
call casegraph_mark_sealed_rows(null);
call casegraph_report_seals('COURTS');
