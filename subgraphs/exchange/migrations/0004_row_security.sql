create table sealed_cases (
  case_id   uuid primary key references cases,
  sealed_by text not null references agencies,
  sealed_at timestamptz not null
);
comment on table sealed_cases is 'Cases whose juvenile record is sealed: to nobody but the agency that sealed it, not even as a count.';

-- Written out at each table: as a function it would be called for each row.
call casegraph_protect('cases', 'casegraph_sees_region(region_code) and not exists (select from sealed_cases where sealed_cases.case_id = cases.id and casegraph_agency() not in (sealed_by, ''SYSTEM''))');
call casegraph_protect('case_numbers', 'exists (select from cases where cases.id = case_id)');
call casegraph_protect('case_agencies', 'exists (select from cases where cases.id = case_id)');
call casegraph_protect('case_stages', 'exists (select from cases where cases.id = case_id)');
call casegraph_protect('referrals', 'casegraph_sees_region(region_code) and casegraph_agency() in (from_agency, to_agency, ''HUB'', ''SYSTEM'') and not exists (select from sealed_cases where sealed_cases.case_id = referrals.case_id and casegraph_agency() not in (sealed_by, ''SYSTEM''))');
call casegraph_protect('referral_deadlines', 'exists (select from referrals where referrals.id = referral_id)');
call casegraph_protect('ledger', 'casegraph_sees_region(region_code) and not exists (select from sealed_cases where sealed_cases.case_id = ledger.case_id and casegraph_agency() not in (sealed_by, ''SYSTEM''))');
