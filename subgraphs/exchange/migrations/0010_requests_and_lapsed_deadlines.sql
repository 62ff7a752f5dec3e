alter table referrals add column open_request text;
comment on column referrals.open_request is 'The request that waits for an answer, for example REQUEST_WITHDRAWAL; null where none does.';
update referrals set open_request = 'REQUEST_WITHDRAWAL'
where status in ('ACCEPTED', 'IN_PROGRESS', 'ON_HOLD', 'REOPENED')
  and exists (select from ledger where ledger.referral_id = referrals.id and ledger.action = 'REQUEST_WITHDRAWAL');

alter table referral_deadlines add column lapsed_at timestamptz;
comment on column referral_deadlines.lapsed_at is 'When the referral ended without the step: it was withdrawn, has expired, or was recorded by mistake.';
update referral_deadlines set lapsed_at = done_at, done_at = null
from referrals
where referrals.id = referral_deadlines.referral_id and referrals.status in ('WITHDRAWN', 'EXPIRED', 'ENTERED_IN_ERROR')
  and referral_deadlines.done_at = referrals.ended_at;
drop index referral_deadlines_open;
drop index referral_deadlines_provisional;
create index referral_deadlines_provisional on referral_deadlines (referral_id, step) where done_at is null and lapsed_at is null and provisional;
create index referral_deadlines_open on referral_deadlines (due_at) where done_at is null and lapsed_at is null;
