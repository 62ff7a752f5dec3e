alter table police_cases add column juvenile_record_sealed boolean not null default false;
comment on column police_cases.juvenile_record_sealed is 'A sealed juvenile criminal record: to nobody but the police, who sealed it.';
call casegraph_protect('police_cases', 'casegraph_sees_region(region_code) and (not juvenile_record_sealed or casegraph_agency() in (''POLICE'', ''SYSTEM''))');
call casegraph_protect_parts('case_parties', 'police_case_id', 'police_cases');
call casegraph_protect('persons', 'casegraph_sees_region(region_code) or (select true from case_parties where case_parties.person_token = persons.token limit 1)');
call casegraph_protect('incidents', 'casegraph_sees_region(region_code)');
