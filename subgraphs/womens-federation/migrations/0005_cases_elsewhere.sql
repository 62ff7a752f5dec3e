alter table aid_leads add column case_elsewhere boolean not null default false;
comment on column aid_leads.case_elsewhere is 'Whether the case was outside the lead''s region when the lead was recorded: then the exchange is asked for each viewer whether they see it.';
