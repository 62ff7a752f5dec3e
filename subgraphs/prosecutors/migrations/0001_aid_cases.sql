create table procuratorates (
  code        text primary key,
  name        text not null,
  short_name  text not null,
  region_code text not null
);
create index procuratorates_region on procuratorates (region_code);

create table prosecution_cases (
  id          uuid primary key,
  number      text not null unique,
  case_id     uuid not null,
  region_code text not null,
  charge      text not null,
  status      text not null,
  received_on date not null,
  decided_on  date
);
create index prosecution_cases_region on prosecution_cases (region_code text_pattern_ops, id desc);
create index prosecution_cases_case on prosecution_cases (case_id, id desc);

create table prosecution_parties (
  prosecution_case_id uuid not null references prosecution_cases,
  person_token        text not null,
  role                text not null check (role in ('VICTIM', 'SUSPECT')),
  primary key (person_token, prosecution_case_id)
);

create table average_wages (
  region_code text not null,
  year        integer not null,
  monthly     numeric(14, 2) not null check (monthly > 0),
  source      text not null,
  primary key (region_code, year)
);
comment on table average_wages is 'Average monthly wage of employees by region and year, as published by its statistics bureau: the base of the cap on aid.';

create sequence aid_case_number;

create table received_leads (
  id                         uuid primary key,
  referral_id                uuid not null references referrals,
  number                     text not null,
  region_code                text not null,
  case_id                    uuid not null,
  case_number                text not null,
  applicant_token            text not null,
  applicant_name_sealed      text not null,
  applicant_id_number_sealed text not null,
  applicant_phone_sealed     text,
  hardship_code              text not null,
  household                  jsonb not null,
  description                text not null,
  note                       text,
  received_at                timestamptz not null
);
comment on table received_leads is 'Leads as the federation referred them; the id is the federation''s own.';

create table aid_cases (
  id                uuid primary key,
  number            text not null unique,
  lead_id           uuid not null references received_leads,
  referral_id       uuid not null unique references referrals,
  region_code       text not null,
  case_id           uuid not null,
  applicant_token   text not null,
  status            text not null,
  version           integer not null default 1,
  opened_at         timestamptz not null,
  withdrawn         boolean not null default false,
  -- Whether anything was paid, which a later refusal does not undo.
  paid              boolean not null default false,
  proposed_amount   numeric(14, 2),
  proposal_reason   text,
  exceeds_cap       boolean,
  approval_document text,
  court_award       numeric(14, 2),
  proposed_at       timestamptz,
  proposed_by       text,
  approved          boolean,
  approved_amount   numeric(14, 2),
  decision_reason   text,
  decided_at        timestamptz,
  decided_by        text
);
comment on column aid_cases.proposed_by is 'The proposer''s subject at the identity provider, by which four eyes are told apart; the user name stands in the referral''s history.';
comment on column aid_cases.decided_by is 'The same of who decided.';
create unique index aid_once_per_case_and_applicant on aid_cases (case_id, applicant_token) where (paid or approved is distinct from false) and not withdrawn;
comment on index aid_once_per_case_and_applicant is 'Aid is given once for one case and one applicant; one that was refused or withdrawn does not count.';
create index aid_cases_region on aid_cases (region_code text_pattern_ops, id desc);
create index aid_cases_lead on aid_cases (lead_id, id desc);
create index aid_cases_case on aid_cases (case_id, id desc);
create index aid_cases_applicant on aid_cases (applicant_token, id desc);

create table aid_payments (
  id          uuid primary key,
  aid_case_id uuid not null references aid_cases,
  amount      numeric(14, 2) not null check (amount > 0),
  paid_on     date not null,
  voucher     text not null,
  recorded_by text not null
);
create index aid_payments_case on aid_payments (aid_case_id, id);

create table material_requests (
  id           uuid primary key,
  aid_case_id  uuid not null references aid_cases,
  materials    text[] not null,
  requested_at timestamptz not null,
  requested_by text not null,
  received_at  timestamptz
);
create index material_requests_case on material_requests (aid_case_id, id);

create table consultations (
  id           uuid primary key,
  held_on      date not null,
  region_code  text not null,
  participants text[] not null,
  minutes      text not null,
  decisions    text[] not null,
  recorded_by  text not null
);

create table consultation_leads (
  lead_id         uuid not null references received_leads,
  consultation_id uuid not null references consultations,
  primary key (lead_id, consultation_id)
);
create index consultation_leads_consultation on consultation_leads (consultation_id);
