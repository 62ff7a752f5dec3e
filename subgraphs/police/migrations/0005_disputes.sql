create table disputes (
  id                       uuid primary key,
  incident_id              uuid not null unique references incidents,
  region_code              text not null,
  kind                     text not null,
  summary_sealed           text not null,
  note_sealed              text,
  referral_id              uuid references referrals,
  referred_by              text not null,
  mediation_number         text,
  organisation             text,
  mediator                 text,
  dispute_outcome          text,
  agreement_content_sealed text,
  agreement_amount         numeric(14, 2),
  perform_by               date,
  failure_reason_sealed    text,
  concluded_at             timestamptz
);
comment on table disputes is 'Disputes of incidents that were handed over for mediation 警调对接, and what came back.';
comment on column disputes.referral_id is 'The newest referral; its status is that of the dispute.';
create index disputes_referral on disputes (referral_id);
create index disputes_region on disputes (region_code text_pattern_ops, id desc);
call casegraph_protect('disputes', 'casegraph_sees_region(region_code) and casegraph_agency() in (''POLICE'', ''SYSTEM'')');

create table dispute_parties (
  dispute_id       uuid not null references disputes,
  position         smallint not null check (position > 0),
  person_token     text not null,
  name_sealed      text not null,
  id_number_sealed text not null,
  phone_sealed     text,
  primary key (dispute_id, position),
  unique (dispute_id, person_token)
);
comment on table dispute_parties is 'The parties in the order in which the officer recorded them, the applicant first.';
create index dispute_parties_person on dispute_parties (person_token);
call casegraph_protect_parts('dispute_parties', 'dispute_id', 'disputes');
