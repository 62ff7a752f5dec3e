alter table prosecution_cases add column juvenile_record_sealed boolean not null default false;
comment on column prosecution_cases.juvenile_record_sealed is 'A sealed juvenile criminal record: to nobody but the prosecutors, who sealed it.';
call casegraph_protect('prosecution_cases', 'casegraph_sees_region(region_code) and (not juvenile_record_sealed or casegraph_agency() in (''PROSECUTORS'', ''SYSTEM''))');
call casegraph_protect_parts('prosecution_parties', 'prosecution_case_id', 'prosecution_cases');
call casegraph_protect('received_leads', 'casegraph_sees_region(region_code)');
call casegraph_protect('aid_cases', 'casegraph_sees_region(region_code)');
call casegraph_protect_parts('aid_payments', 'aid_case_id', 'aid_cases');
call casegraph_protect_parts('material_requests', 'aid_case_id', 'aid_cases');
call casegraph_protect('consultations', 'casegraph_sees_region(region_code)');
call casegraph_protect_parts('consultation_leads', 'consultation_id', 'consultations');

-- Four eyes where money is decided, whatever the program does.
alter table aid_cases add constraint whoever_proposes_does_not_decide check (decided_by <> proposed_by);
