create index disclosures_case on disclosures (case_id, seq desc);
