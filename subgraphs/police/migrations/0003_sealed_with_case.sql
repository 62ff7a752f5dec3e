insert into case_seals (case_id, sealed_for, sequence)
  select distinct case_id, array['POLICE'], 0 from police_cases where juvenile_record_sealed;
call casegraph_seal_with_case('police_cases', 'POLICE', 'casegraph_sees_region(region_code)');
alter table police_cases drop column juvenile_record_sealed;
call casegraph_mark_sealed_rows(null);
call casegraph_report_seals('POLICE');
