create table records (
  id                 uuid primary key,
  number             text not null unique,
  registered_on      date not null,
  region_code        text not null,
  person_token       text not null,
  person_name_sealed text not null,
  case_id            uuid
);
comment on column records.person_name_sealed is 'Encrypted with the agency''s own key.';
create index records_region on records (region_code text_pattern_ops, id desc);
create index records_case on records (case_id, id desc);

-- Row-level security: a request sees rows of its region only.
call casegraph_protect('records', 'casegraph_sees_region(region_code)');
-- A record on a case is sealed with it.
call casegraph_seal_with_case('records', '__code__', 'casegraph_sees_region(region_code)');
