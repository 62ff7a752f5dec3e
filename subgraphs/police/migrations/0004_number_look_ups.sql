create table number_look_ups (
  subject text primary key,
  day     date not null,
  count   integer not null check (count > 0)
);
comment on table number_look_ups is 'How often each user has looked somebody up by an identity number on the newest day on which they did, refused tries included. A row for each user, without a number: what was looked up is in the audit trail.';

call casegraph_protect('number_look_ups', 'casegraph_agency() = ''SYSTEM''');
