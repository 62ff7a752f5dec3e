alter table disclosures add column region_code text;
comment on column disclosures.region_code is 'Region of the record that was read; null where the record is of no region, as a person is, and for rows from before the column. A row''s hash covers it where it is there.';
