-- Rows from before are computed once more when the exchange's worker starts, by today's calendar and rules.
alter table referral_deadlines
  add column provisional boolean not null default true,
  add column pauses jsonb not null default '[]';
alter table referral_deadlines alter column provisional set default false;
update referral_deadlines set provisional = false where done_at is not null;

-- The pauses that are over, as the ledger tells them.
update referral_deadlines d set pauses = past.pauses
from (
  select d.referral_id, d.step, jsonb_agg(jsonb_build_object('from', held.at, 'to', resumed.at) order by held.seq) as pauses
  from referral_deadlines d
  join ledger held on held.referral_id = d.referral_id and held.action = 'HOLD' and held.at >= d.started_at
  cross join lateral (
    select at from ledger l where l.referral_id = d.referral_id and l.action = 'RESUME' and l.seq > held.seq order by l.seq limit 1
  ) resumed
  where d.done_at is null
  group by d.referral_id, d.step
) past
where d.referral_id = past.referral_id and d.step = past.step;

comment on column referral_deadlines.provisional is 'The due date may still move: it reaches into a year whose holidays are not announced yet. Only open deadlines are computed again.';
comment on column referral_deadlines.pauses is 'Pauses that are over, oldest first, each with from and to. The due date follows from the rule, started_at, these, and the holiday notices.';
create index referral_deadlines_provisional on referral_deadlines (referral_id, step) where done_at is null and provisional;
