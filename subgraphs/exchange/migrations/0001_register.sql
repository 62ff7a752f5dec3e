create table agencies (
  code    text primary key,
  name_zh text not null,
  name_en text not null
);
comment on table agencies is 'The agencies of the hub; a further one is a further row.';
insert into agencies (code, name_zh, name_en) values
  ('POLICE', '公安机关', 'Police'),
  ('JUSTICE', '司法局', 'Justice bureau'),
  ('COURTS', '人民法院', 'Courts'),
  ('PROSECUTORS', '人民检察院', 'Prosecutors'),
  ('WOMENS_FEDERATION', '妇女联合会', 'Women''s federation'),
  ('HUB', '协同枢纽', 'CaseGraph hub');

create table cases (
  id          uuid primary key,
  number      text not null,
  kind        text not null,
  stage       text not null,
  region_code text not null,
  opened_at   timestamptz not null
);
comment on table cases is 'The register: what kind of case, where, how far; no personal data.';
create index cases_region on cases (region_code text_pattern_ops, id desc);

create table case_numbers (
  number   text primary key,
  case_id  uuid not null references cases,
  agency   text not null references agencies,
  given_at timestamptz not null
);
create index case_numbers_case on case_numbers (case_id, given_at);

create table case_agencies (
  case_id uuid not null references cases,
  agency  text not null references agencies,
  primary key (case_id, agency)
);

create table case_stages (
  case_id uuid not null references cases,
  stage   text not null,
  agency  text not null references agencies,
  at      timestamptz not null,
  primary key (case_id, at, stage)
);
