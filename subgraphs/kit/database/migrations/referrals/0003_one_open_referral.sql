alter table referrals add column orphaned boolean not null default false;
comment on column referrals.orphaned is 'Sent beside another open referral of the same record and kind. The system withdraws it; people cannot act on it.';

-- Of several open referrals of one record the newest stays; an agency that knows better corrects it in a migration of its own.
update referrals set orphaned = true
where party = 'SENDER' and status in ('SENT', 'RECEIVED', 'ACCEPTED', 'IN_PROGRESS', 'ON_HOLD', 'REOPENED')
  and exists (
    select from referrals newer
    where newer.party = 'SENDER' and newer.subject_id = referrals.subject_id and newer.kind = referrals.kind and newer.id > referrals.id
      and newer.status in ('SENT', 'RECEIVED', 'ACCEPTED', 'IN_PROGRESS', 'ON_HOLD', 'REOPENED'));

create unique index one_open_referral on referrals (subject_id, kind)
  where party = 'SENDER' and not orphaned and status in ('SENT', 'RECEIVED', 'ACCEPTED', 'IN_PROGRESS', 'ON_HOLD', 'REOPENED');
comment on index one_open_referral is 'One record has one open referral of a kind. Not for received ones: a message is applied as it arrives, and the end of an earlier referral may arrive after the next one.';
