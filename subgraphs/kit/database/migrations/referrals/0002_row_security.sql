call casegraph_protect('referrals', 'casegraph_sees_region(region_code)');
call casegraph_protect_parts('referral_events', 'referral_id', 'referrals');
call casegraph_protect_parts('outgoing_envelopes', 'referral_id', 'referrals');
