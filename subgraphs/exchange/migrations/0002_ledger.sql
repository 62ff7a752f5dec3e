create table ledger (
  seq           bigint primary key,
  envelope_id   uuid not null unique,
  referral_id   uuid not null,
  kind          text not null,
  action        text not null,
  from_agency   text not null,
  to_agency     text not null,
  status        text not null,
  version       integer,
  case_id       uuid,
  person_tokens text[] not null,
  region_code   text not null,
  parent_id     uuid,
  reason_code   text,
  note          text,
  username      text not null,
  role          text not null,
  at            timestamptz not null,
  recorded_at   timestamptz not null,
  jws           text not null,
  prev_hash     text not null,
  hash          text not null
);
comment on table ledger is 'Who sent what to whom, in the order in which the exchange took it. Each hash covers the entry and the hash before it; rows are added, never changed.';
comment on column ledger.jws is 'The header as its sender signed it; it names the digest of the body, which the exchange cannot read and drops once it is delivered.';
create index ledger_referral on ledger (referral_id, seq);
create index ledger_case on ledger (case_id, seq);

create table ledger_head (
  single boolean primary key default true check (single),
  seq  bigint not null,
  hash text not null
);
comment on table ledger_head is 'The newest entry; whoever adds one locks this row.';
insert into ledger_head (seq, hash) values (0, '');

create function append_to_ledger(entry ledger, content text) returns bigint language plpgsql as $$
declare
  head ledger_head;
begin
  select * into head from ledger_head for update;
  entry.seq := head.seq + 1;
  entry.prev_hash := head.hash;
  entry.hash := encode(sha256(convert_to(head.hash || ':' || entry.seq || ':' || content, 'UTF8')), 'hex');
  insert into ledger select (entry).*;
  update ledger_head set seq = entry.seq, hash = entry.hash;
  return entry.seq;
end
$$;
comment on function append_to_ledger is 'Adds an entry after the newest one; `content` is its canonical form, which canonical in relay/ledger.ts makes for writing and for checking.';

create table referrals (
  id            uuid primary key,
  kind          text not null,
  from_agency   text not null,
  to_agency     text not null,
  status        text not null,
  version       integer not null,
  region_code   text not null,
  case_id       uuid,
  person_tokens text[] not null,
  subject_id    uuid not null,
  parent_id     uuid,
  hops          integer not null,
  return_loop   boolean not null,
  sent_at       timestamptz not null,
  ended_at      timestamptz
);
comment on table referrals is 'What the ledger says of each referral now.';
create index referrals_region on referrals (region_code text_pattern_ops, id desc);
create index referrals_from on referrals (from_agency, id desc);
create index referrals_to on referrals (to_agency, id desc);
create index referrals_case on referrals (case_id, id desc);
create index referrals_parent on referrals (parent_id, id);
create index referrals_persons on referrals using gin (person_tokens);

create table deliveries (
  envelope_id  uuid not null references ledger (envelope_id),
  to_agency    text not null,
  referral_id  uuid not null,
  seq          bigint not null,
  jwe          text,
  state        text not null default 'RELAYED' check (state in ('RELAYED', 'DELIVERED', 'UNDELIVERABLE')),
  attempts     integer not null default 0,
  last_error   text,
  finished_at  timestamptz,
  primary key (envelope_id, to_agency)
);
comment on column deliveries.jwe is 'The body, readable by its receiver only; null once it is delivered.';
create index deliveries_referral on deliveries (referral_id, seq desc);
create index deliveries_dead on deliveries (finished_at desc) where state = 'UNDELIVERABLE';

create table referral_deadlines (
  referral_id  uuid not null references referrals,
  step         text not null check (step in ('ACCEPT', 'FINISH')),
  rule         text not null,
  started_at   timestamptz not null,
  due_at       timestamptz not null,
  paused_at    timestamptz,
  done_at      timestamptz,
  -- The last notice given: none, reminded, overdue, supervised.
  notice       text not null default 'NONE' check (notice in ('NONE', 'REMIND', 'OVERDUE', 'SUPERVISE')),
  primary key (referral_id, step)
);
create index referral_deadlines_open on referral_deadlines (due_at) where done_at is null;

create table refused_envelopes (
  id           uuid primary key,
  envelope_id  text,
  claimed_from text,
  code         text not null,
  at           timestamptz not null default now()
);
