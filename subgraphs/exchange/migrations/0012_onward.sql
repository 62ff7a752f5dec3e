alter table referrals add column sender_region_code text;
comment on column referrals.sender_region_code is 'Where its sender is; null where that is the region that handles it. Another one after it was referred onward.';
create index referrals_elsewhere on referrals (id) where sender_region_code is not null;

drop policy in_scope on referrals;
call casegraph_protect('referrals', '(casegraph_sees_region(region_code) or coalesce(casegraph_agency() = from_agency and casegraph_sees_region(sender_region_code), false)) and coalesce(casegraph_agency() in (from_agency, to_agency, ''SYSTEM'') or casegraph_agency() = ''HUB'' and coalesce((select false from sealed_cases where sealed_cases.case_id = referrals.case_id), true), false)');

-- The sender follows what became of its referral in the other region; the list of those is short, and asked for outside the region only.
drop policy in_scope on ledger;
call casegraph_protect('ledger', '(casegraph_sees_region(region_code) or referral_id in (select id from referrals where sender_region_code is not null)) and coalesce((select casegraph_agency() = ''SYSTEM'' or (select true from referrals where referrals.id = ledger.referral_id) is true from sealed_cases where sealed_cases.case_id = ledger.case_id), true)');
