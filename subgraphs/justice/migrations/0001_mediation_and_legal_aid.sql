create table mediation_organisations (
  id          uuid primary key,
  code        text not null unique,
  name        text not null,
  kind        text not null,
  region_code text not null
);
comment on table mediation_organisations is 'Who mediates: dispute centres, studios, sectoral organisations and committees; public, not sealed.';
create index mediation_organisations_region on mediation_organisations (region_code text_pattern_ops, id desc);
create index mediation_organisations_kind on mediation_organisations (kind, id desc);

create table mediators (
  id              uuid primary key,
  organisation_id uuid not null references mediation_organisations,
  name            text not null,
  full_time       boolean not null
);
comment on column mediators.name is 'A mediator''s name is that of a public function, so it is not sealed.';
create index mediators_organisation on mediators (organisation_id, id desc);

create table mediations (
  id               uuid primary key,
  number           text not null unique,
  source           text not null,
  dispute_kind     text not null,
  status           text not null,
  region_code      text not null,
  organisation_id  uuid references mediation_organisations,
  mediator_id      uuid references mediators,
  accepted_at      timestamptz not null,
  assigned_at      timestamptz,
  concluded_at     timestamptz,
  agreement_amount numeric(14, 2) check (agreement_amount >= 0),
  case_id          uuid,
  constraint assigned_to_an_organisation check ((assigned_at is null) = (organisation_id is null)),
  constraint mediator_of_an_organisation check (mediator_id is null or organisation_id is not null),
  constraint assigned_after_acceptance check (assigned_at >= accepted_at),
  constraint concluded_after_assignment check (concluded_at >= coalesce(assigned_at, accepted_at)),
  constraint assigned_by_status check (status = 'WITHDRAWN' or (assigned_at is null) = (status = 'ACCEPTED')),
  constraint concluded_by_status check ((concluded_at is not null) = (status in ('AGREED', 'FAILED', 'WITHDRAWN'))),
  constraint amount_of_an_agreement check (agreement_amount is null or status = 'AGREED')
);
comment on column mediations.case_id is 'The register''s case; null where the dispute belongs to none.';
create index mediations_region on mediations (region_code text_pattern_ops, id desc);
create index mediations_source on mediations (source, id desc);
create index mediations_status on mediations (status, id desc);
create index mediations_accepted on mediations (accepted_at);
create index mediations_case on mediations (case_id, id desc);
create index mediations_organisation on mediations (organisation_id, id desc);
create index mediations_mediator on mediations (mediator_id, id desc);

create table mediation_parties (
  mediation_id uuid not null references mediations,
  position     smallint not null check (position > 0),
  person_token text not null,
  primary key (mediation_id, position),
  unique (mediation_id, person_token)
);
comment on table mediation_parties is 'The parties of a mediation in the order in which they were recorded, the applicant first; who they are, the token alone says.';
create index mediation_parties_person on mediation_parties (person_token, mediation_id desc);

create table legal_aid_cases (
  id              uuid primary key,
  number          text not null unique,
  matter          text not null,
  status          text not null,
  region_code     text not null,
  applicant_token text not null,
  applied_on      date not null,
  case_id         uuid
);
comment on column legal_aid_cases.case_id is 'The register''s case; null where the aid belongs to none.';
create index legal_aid_cases_region on legal_aid_cases (region_code text_pattern_ops, id desc);
create index legal_aid_cases_status on legal_aid_cases (status, id desc);
create index legal_aid_cases_applicant on legal_aid_cases (applicant_token, id desc);
create index legal_aid_cases_case on legal_aid_cases (case_id, id desc);
