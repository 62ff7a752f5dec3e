-- A provider may make a subject of a name in the letters in which it was typed: those are the same two eyes.
alter table aid_cases drop constraint whoever_proposes_does_not_decide;
alter table aid_cases add constraint whoever_proposes_does_not_decide
  check (lower(normalize(btrim(decided_by), NFKC)) <> lower(normalize(btrim(proposed_by), NFKC)));
