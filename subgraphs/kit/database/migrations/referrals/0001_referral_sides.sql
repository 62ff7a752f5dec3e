create table referrals (
  id            uuid primary key,
  kind          text not null,
  party         text not null check (party in ('SENDER', 'RECEIVER')),
  counterpart   text not null,
  subject_id    uuid not null,
  case_id       uuid,
  person_tokens text[] not null default '{}',
  region_code   text not null,
  parent_id     uuid,
  status        text not null,
  version       integer not null check (version > 0),
  reason_code   text,
  reason_text   text,
  updated_at    timestamptz not null default now()
);
comment on table referrals is 'The agency''s own side of each referral that it sent or received; status and version agree with the exchange once every message is delivered.';
create index referrals_subject on referrals (subject_id);

create table referral_events (
  envelope_id uuid primary key,
  referral_id uuid not null references referrals,
  action      text not null,
  status      text not null,
  version     integer,
  agency      text not null,
  username    text not null,
  role        text not null,
  reason_code text,
  reason_text text,
  note        text,
  at          timestamptz not null,
  superseded  boolean not null default false
);
comment on column referral_events.superseded is 'Whether the exchange refused it because the other side had been first.';
create index referral_events_referral on referral_events (referral_id, at);

create table outgoing_envelopes (
  id          uuid primary key,
  referral_id uuid not null references referrals,
  version     integer,
  action      text not null,
  to_agency   text not null,
  jws         text not null,
  jwe         text not null,
  state       text not null default 'SUBMITTED' check (state in ('SUBMITTED', 'RELAYED', 'REFUSED')),
  attempts    integer not null default 0,
  last_error  text,
  created_at  timestamptz not null default now(),
  relayed_at  timestamptz
);
comment on table outgoing_envelopes is 'The outbox: written in the transaction that changes the agency''s rows, sent by a job added in the same transaction.';
create index outgoing_envelopes_waiting on outgoing_envelopes (created_at) where state = 'SUBMITTED';
create index outgoing_envelopes_referral on outgoing_envelopes (referral_id, version);

create table inbox (
  envelope_id uuid primary key,
  received_at timestamptz not null default now()
);
comment on table inbox is 'Envelopes applied, each once.';
