drop policy in_scope on cases;
drop policy in_scope on referrals;
drop policy in_scope on ledger;

alter table sealed_cases add column sealed_for text[];
update sealed_cases set sealed_for = array[sealed_by];
alter table sealed_cases alter column sealed_for set not null;
comment on table sealed_cases is 'Cases whose juvenile record is sealed: in the register to nobody but the authorities that sealed it, not even as a count.';
comment on column sealed_cases.sealed_for is 'The authorities that have sealed it and have not unsealed it.';

create table case_seal_steps (
  sequence    bigint generated always as identity primary key,
  id          uuid not null unique,
  case_id     uuid not null references cases,
  action      text not null check (action in ('SEAL', 'UNSEAL')),
  agency      text not null references agencies,
  username    text not null,
  role        text not null,
  reason      text not null,
  at          timestamptz not null,
  recorded_at timestamptz not null default now(),
  sealed_for  text[] not null,
  jws         text
);
comment on table case_seal_steps is 'Who sealed and unsealed which case, and why; rows are added, never changed.';
comment on column case_seal_steps.sealed_for is 'The authorities for which the case is sealed after it.';
comment on column case_seal_steps.jws is 'As the authority signed it; null for what was sealed before seals were told by notices.';
create index case_seal_steps_case on case_seal_steps (case_id, sequence desc);
call casegraph_protect('case_seal_steps', 'casegraph_sees_region('''') and casegraph_agency() = ''SYSTEM''');

create table seal_notices (
  id          uuid primary key default gen_random_uuid(),
  sequence    bigint not null references case_seal_steps,
  to_agency   text not null references agencies,
  state       text not null default 'RELAYED' check (state in ('RELAYED', 'DELIVERED', 'UNDELIVERABLE')),
  attempts    integer not null default 0,
  last_error  text,
  finished_at timestamptz,
  unique (sequence, to_agency)
);
comment on table seal_notices is 'Which agency has been told of which step: a queue, as deliveries is for referrals.';
call casegraph_protect('seal_notices', 'casegraph_sees_region('''') and casegraph_agency() in (''HUB'', ''SYSTEM'')');
create index seal_notices_dead on seal_notices (finished_at desc) where state = 'UNDELIVERABLE';

insert into case_seal_steps (id, case_id, action, agency, username, role, reason, at, sealed_for)
  select gen_random_uuid(), case_id, 'SEAL', sealed_by, 'system', 'system', '此前已封存', sealed_at, array[sealed_by] from sealed_cases order by sealed_at, case_id;
alter table sealed_cases drop column sealed_by;

call casegraph_protect('cases', 'casegraph_sees_region(region_code) and coalesce((select casegraph_agency() = ''SYSTEM'' or casegraph_agency() = any (sealed_for) from sealed_cases where sealed_cases.case_id = cases.id), true)');
-- A referral on a sealed case stays what it is to its two parties, who go on working on it; the hub's people do not see it.
call casegraph_protect('referrals', 'casegraph_sees_region(region_code) and (casegraph_agency() in (from_agency, to_agency, ''SYSTEM'') or casegraph_agency() = ''HUB'' and coalesce((select false from sealed_cases where sealed_cases.case_id = referrals.case_id), true))');
-- Entries on a sealed case go with their referral.
call casegraph_protect('ledger', 'casegraph_sees_region(region_code) and coalesce((select casegraph_agency() = ''SYSTEM'' or (select true from referrals where referrals.id = ledger.referral_id) is true from sealed_cases where sealed_cases.case_id = ledger.case_id), true)');
