create table courts (
  code        text primary key,
  name        text not null,
  region_code text not null
);
comment on column courts.code is 'The court''s code inside its case numbers, for example 辽0102.';
create index courts_region on courts (region_code text_pattern_ops);

create table court_cases (
  id                     uuid primary key,
  number                 text not null unique,
  type                   text not null check (type in ('CRIMINAL', 'CIVIL', 'ADMINISTRATIVE', 'ENFORCEMENT', 'SPECIAL')),
  instance               text check (instance in ('FIRST', 'SECOND', 'RETRIAL', 'DEATH_PENALTY_REVIEW')),
  cause                  text not null,
  status                 text not null check (status in ('ACCEPTED', 'IN_TRIAL', 'JUDGED', 'IN_FORCE', 'MEDIATED', 'WITHDRAWN')),
  accepted_on            date not null,
  judged_on              date,
  region_code            text not null,
  court_code             text not null references courts,
  case_id                uuid not null,
  juvenile_record_sealed boolean not null default false,
  constraint enforcement_has_no_instance check ((type = 'ENFORCEMENT') = (instance is null)),
  constraint judged_after_acceptance check (judged_on >= accepted_on),
  constraint protection_orders_stand_apart check (number not like '%民保令%')
);
comment on column court_cases.juvenile_record_sealed is 'A sealed juvenile criminal record: to nobody but the courts.';
comment on constraint protection_orders_stand_apart on court_cases is 'The respondent''s court cases are seen by more viewers than the order against him; a row here would tell of it.';
create index court_cases_region on court_cases (region_code text_pattern_ops, id desc);
create index court_cases_case on court_cases (case_id, id desc);
create index court_cases_court on court_cases (court_code, id desc);
create index court_cases_type on court_cases (type, id desc);
create index court_cases_status on court_cases (status, id desc);
create index court_cases_accepted on court_cases (accepted_on);

create table court_case_parties (
  id            uuid primary key,
  court_case_id uuid not null references court_cases,
  person_token  text not null,
  role          text not null check (role in ('PLAINTIFF', 'DEFENDANT', 'VICTIM', 'APPLICANT')),
  unique (court_case_id, person_token, role)
);
comment on table court_case_parties is 'Natural persons only, joined by token: the hub needs no name or number of them from the courts.';
create index court_case_parties_case on court_case_parties (court_case_id, id);
create index court_case_parties_person on court_case_parties (person_token, court_case_id desc);

create table judgments (
  court_case_id        uuid primary key references court_cases,
  result               text not null check (result in (
    'CONVICTED', 'EXEMPTED', 'ACQUITTED', 'GRANTED', 'PARTLY_GRANTED', 'DISMISSED', 'AFFIRMED', 'CHANGED', 'REMANDED'
  )),
  summary              text not null check (length(summary) <= 500),
  awarded_compensation numeric(14, 2) check (awarded_compensation >= 0),
  in_force_on          date
);
comment on column judgments.summary is 'Short, and without names.';

create table judicial_confirmations (
  id           uuid primary key,
  number       text not null unique check (number like '%民特%'),
  mediation_id uuid not null,
  status       text not null check (status in ('ACCEPTED', 'CONFIRMED', 'REJECTED')),
  applied_on   date not null,
  ruled_on     date,
  region_code  text not null,
  case_id      uuid,
  constraint ruled_when_decided check ((status = 'ACCEPTED') = (ruled_on is null)),
  constraint ruled_after_application check (ruled_on >= applied_on)
);
comment on column judicial_confirmations.mediation_id is 'The mediation that the justice bureau holds.';
create index judicial_confirmations_region on judicial_confirmations (region_code text_pattern_ops, id desc);
create index judicial_confirmations_case on judicial_confirmations (case_id, id desc);
create index judicial_confirmations_mediation on judicial_confirmations (mediation_id, id desc);
create index judicial_confirmations_status on judicial_confirmations (status, id desc);

create table protection_orders (
  id               uuid primary key,
  number           text not null unique check (number like '%民保令%'),
  status           text not null check (status in ('ISSUED', 'REFUSED', 'EXPIRED', 'REVOKED')),
  applied_on       date not null,
  issued_on        date,
  valid_until      date,
  region_code      text not null,
  applicant_token  text not null,
  respondent_token text not null,
  case_id          uuid,
  constraint refused_is_never_issued check ((status = 'REFUSED') = (issued_on is null)),
  constraint issued_is_limited check ((issued_on is null) = (valid_until is null)),
  constraint issued_after_application check (issued_on >= applied_on and valid_until >= issued_on),
  constraint nobody_is_protected_from_oneself check (applicant_token <> respondent_token)
);
comment on table protection_orders is 'Without the applicant''s address: it must never reach the offender''s side (Anti-Domestic-Violence Law), so it is not here.';
create index protection_orders_region on protection_orders (region_code text_pattern_ops, id desc);
create index protection_orders_applicant on protection_orders (applicant_token, id desc);
create index protection_orders_respondent on protection_orders (respondent_token, id desc);
create index protection_orders_case on protection_orders (case_id, id desc);
create index protection_orders_status on protection_orders (status, id desc);
