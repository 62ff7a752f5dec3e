insert into case_seals (case_id, sealed_for, sequence)
  select distinct case_id, array['PROSECUTORS'], 0 from prosecution_cases where juvenile_record_sealed;
call casegraph_seal_with_case('prosecution_cases', 'PROSECUTORS', 'casegraph_sees_region(region_code)');
alter table prosecution_cases drop column juvenile_record_sealed;
call casegraph_mark_sealed_rows(null);
call casegraph_report_seals('PROSECUTORS');
