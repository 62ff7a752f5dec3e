comment on column aid_cases.proposed_amount is 'Null in a proposal not to aid, which has a time and a reason only.';
comment on column aid_cases.approved is 'Whether the proposal was approved: that of a proposal not to aid means that no aid is given.';

alter table aid_cases
  add constraint proposal_has_a_reason
    check (proposed_at is not null and proposal_reason is not null and proposed_by is not null or proposed_at is null and proposed_amount is null),
  add constraint no_excess_without_an_amount
    check (proposed_amount is not null or (exceeds_cap is not true and approval_document is null and court_award is null)),
  add constraint amount_is_approved_where_aid_is
    check ((approved_amount is not null) = (approved is true and proposed_amount is not null));

-- A decision not to aid is the approval of a proposal without an amount, or the refusal of a proposal with one.
drop index aid_once_per_case_and_applicant;
create unique index aid_once_per_case_and_applicant on aid_cases (case_id, applicant_token)
  where (paid or approved is distinct from (proposed_amount is null)) and not withdrawn;
comment on index aid_once_per_case_and_applicant is 'Aid is given once for one case and one applicant; one that was refused or withdrawn does not count.';
