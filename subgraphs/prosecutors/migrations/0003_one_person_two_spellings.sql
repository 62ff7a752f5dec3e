-- A provider may give one user's name in different letters, as it was typed: those are the same two eyes.
alter table aid_cases drop constraint whoever_proposes_does_not_decide;
alter table aid_cases add constraint whoever_proposes_does_not_decide
  check (lower(normalize(btrim(decided_by), NFKC)) <> lower(normalize(btrim(proposed_by), NFKC)));
