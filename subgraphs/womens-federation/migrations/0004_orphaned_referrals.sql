-- A lead that was referred twice follows the referral that the prosecutors accepted, so that their work is kept.
update aid_leads set referral_id = accepted.id
from (
  select distinct on (subject_id) id, subject_id from referrals
  where party = 'SENDER' and kind = 'JUDICIAL_AID_LEAD' and status in ('ACCEPTED', 'IN_PROGRESS', 'ON_HOLD', 'REOPENED')
  order by subject_id, id desc
) accepted
where accepted.subject_id = aid_leads.id
  and exists (select from referrals attached where attached.id = aid_leads.referral_id and attached.status in ('SENT', 'RECEIVED'));

-- All other open referrals of a lead are orphaned, also where the lead's own has ended.
update referrals set orphaned = true
from aid_leads
where referrals.party = 'SENDER' and referrals.kind = 'JUDICIAL_AID_LEAD'
  and referrals.status in ('SENT', 'RECEIVED', 'ACCEPTED', 'IN_PROGRESS', 'ON_HOLD', 'REOPENED')
  and aid_leads.id = referrals.subject_id and aid_leads.referral_id is distinct from referrals.id;
update referrals set orphaned = false from aid_leads where referrals.orphaned and aid_leads.referral_id = referrals.id;
