call casegraph_protect('referrals', 'casegraph_sees_region(region_code)');
call casegraph_protect('referral_events', 'exists (select from referrals where referrals.id = referral_id)');
call casegraph_protect('outgoing_envelopes', 'exists (select from referrals where referrals.id = referral_id)');
