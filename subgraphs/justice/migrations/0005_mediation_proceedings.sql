create table mediation_requests (
  referral_id     uuid primary key references referrals,
  region_code     text not null,
  incident_number text not null,
  dispute_kind    text not null,
  summary_sealed  text not null,
  parties_sealed  text not null,
  note_sealed     text,
  received_at     timestamptz not null
);
comment on table mediation_requests is 'Disputes that the police handed over 警调对接, as they arrived.';
comment on column mediation_requests.parties_sealed is 'Names, identity numbers and telephone numbers, as JSON, in the order in which the police recorded them.';
call casegraph_protect('mediation_requests', 'casegraph_sees_region(region_code) and casegraph_agency() in (''JUSTICE'', ''SYSTEM'')');

alter table mediations
  add column version integer not null default 1,
  add column perform_by date,
  add column failure_reason_sealed text,
  add constraint failure_reason_of_a_failure check (failure_reason_sealed is null or status = 'FAILED');
comment on column mediations.version is 'Grows with every change and never restarts.';
comment on column mediations.perform_by is 'The last day of performance of the agreement; null where it was performed at once, or there is none.';
create sequence mediation_number;

create table mediation_sessions (
  id                  uuid primary key,
  mediation_id        uuid not null references mediations,
  held_at             timestamptz not null,
  place               text not null,
  participants_sealed text not null,
  note_sealed         text,
  recorded_at         timestamptz not null,
  recorded_by         text not null
);
comment on table mediation_sessions is 'Sessions of a mediation 调解笔录: when, where, who took part, what was said.';
create index mediation_sessions_mediation on mediation_sessions (mediation_id, id);
call casegraph_protect_parts('mediation_sessions', 'mediation_id', 'mediations');
