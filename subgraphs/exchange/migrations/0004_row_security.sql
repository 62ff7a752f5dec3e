create table sealed_cases (
  case_id   uuid primary key references cases,
  sealed_by text not null references agencies,
  sealed_at timestamptz not null
);
comment on table sealed_cases is 'Cases whose juvenile record is sealed: to nobody but the agency that sealed it, not even as a count.';

-- Written out at each table: as a function it would be called for each row.
call casegraph_protect('cases', 'casegraph_sees_region(region_code) and coalesce((select casegraph_agency() in (sealed_by, ''SYSTEM'') from sealed_cases where sealed_cases.case_id = cases.id), true)');
call casegraph_protect_parts('case_numbers', 'case_id', 'cases');
call casegraph_protect_parts('case_agencies', 'case_id', 'cases');
call casegraph_protect_parts('case_stages', 'case_id', 'cases');
call casegraph_protect('referrals', 'casegraph_sees_region(region_code) and casegraph_agency() in (from_agency, to_agency, ''HUB'', ''SYSTEM'') and coalesce((select casegraph_agency() in (sealed_by, ''SYSTEM'') from sealed_cases where sealed_cases.case_id = referrals.case_id), true)');
call casegraph_protect_parts('referral_deadlines', 'referral_id', 'referrals');
call casegraph_protect('ledger', 'casegraph_sees_region(region_code) and coalesce((select casegraph_agency() in (sealed_by, ''SYSTEM'') from sealed_cases where sealed_cases.case_id = ledger.case_id), true)');
