alter table prosecution_cases add column juvenile_record_sealed boolean not null default false;
comment on column prosecution_cases.juvenile_record_sealed is 'A sealed juvenile criminal record: to nobody but the prosecutors, who sealed it.';
call casegraph_protect('prosecution_cases', 'casegraph_sees_region(region_code) and (not juvenile_record_sealed or casegraph_agency() in (''PROSECUTORS'', ''SYSTEM''))');
call casegraph_protect('prosecution_parties', 'exists (select from prosecution_cases where prosecution_cases.id = prosecution_case_id)');
call casegraph_protect('received_leads', 'casegraph_sees_region(region_code)');
call casegraph_protect('aid_cases', 'casegraph_sees_region(region_code)');
call casegraph_protect('aid_payments', 'exists (select from aid_cases where aid_cases.id = aid_case_id)');
call casegraph_protect('material_requests', 'exists (select from aid_cases where aid_cases.id = aid_case_id)');
call casegraph_protect('consultations', 'casegraph_sees_region(region_code)');
call casegraph_protect('consultation_leads', 'exists (select from consultations where consultations.id = consultation_id)');

-- Four eyes where money is decided, whatever the program does.
alter table aid_cases add constraint whoever_proposes_does_not_decide check (decided_by <> proposed_by);
