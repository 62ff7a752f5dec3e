alter table mediations
  add column referral_id uuid unique references referrals,
  add column agreement_sealed text,
  add constraint agreement_of_an_agreed_mediation check (agreement_sealed is null or status = 'AGREED');
comment on column mediations.referral_id is 'The referral by which another agency handed the dispute over; null where the parties came themselves, or it came on paper.';
comment on column mediations.agreement_sealed is 'What the parties agreed in writing; null where there is no agreement, or none in writing.';

create table confirmation_applications (
  id           uuid primary key,
  mediation_id uuid not null references mediations,
  referral_id  uuid not null unique references referrals,
  applied_on   date not null,
  documents    text[] not null,
  number       text,
  confirmed    boolean,
  ruled_on     date,
  reason       text,
  constraint ruling_is_whole check ((confirmed is null) = (ruled_on is null))
);
comment on table confirmation_applications is 'Joint applications of the parties to have their agreement confirmed by a court, and what the court answered. How far one is, its referral says.';
comment on column confirmation_applications.number is 'The court''s case number; null until it accepts the application.';
create index confirmation_applications_mediation on confirmation_applications (mediation_id, id desc);
call casegraph_protect_parts('confirmation_applications', 'mediation_id', 'mediations');
