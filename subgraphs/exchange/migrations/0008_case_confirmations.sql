create table case_confirmations (
  agency    text not null references agencies,
  subject   text not null,
  day       date not null,
  questions integer not null,
  primary key (agency, subject, day)
);
comment on table case_confirmations is 'How many numbers of cases outside their region a user had confirmed on the day that is counted; each question itself is in the audit trail.';
call casegraph_protect('case_confirmations', 'casegraph_agency() = ''SYSTEM''');
