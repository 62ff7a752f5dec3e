-- Outside coalesce the planner takes the condition for rare, and sorts all referrals for a page that the hub's people ask for.
drop policy in_scope on referrals;
call casegraph_protect('referrals', 'casegraph_sees_region(region_code) and coalesce(casegraph_agency() in (from_agency, to_agency, ''SYSTEM'') or casegraph_agency() = ''HUB'' and coalesce((select false from sealed_cases where sealed_cases.case_id = referrals.case_id), true), false)');

-- The register of seals does not hold the register of cases: a demonstration that was loaded in part is emptied and loaded anew.
alter table case_seal_steps drop constraint case_seal_steps_case_id_fkey;
