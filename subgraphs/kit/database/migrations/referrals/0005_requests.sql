alter table referrals add column open_request text;
comment on column referrals.open_request is 'The request that waits for an answer, for example REQUEST_WITHDRAWAL; null where none does.';
alter table referral_events add column open_request text;
comment on column referral_events.open_request is 'The request that waits for an answer after it.';
alter table referral_events add column repeated boolean not null default false;
comment on column referral_events.repeated is 'Of a superseded step: whether it was done again behind the step that overtook it, or given up.';
update referral_events set repeated = true where superseded;

update referrals set open_request = 'REQUEST_WITHDRAWAL'
where status in ('ACCEPTED', 'IN_PROGRESS', 'ON_HOLD', 'REOPENED')
  and exists (
    select from referral_events
    where referral_events.referral_id = referrals.id and referral_events.action = 'REQUEST_WITHDRAWAL' and not referral_events.superseded);
