alter table judicial_confirmations
  alter column number drop not null,
  add column referral_id uuid unique references referrals,
  add column version integer not null default 0,
  add column mediation_number text,
  add column agreed_on date,
  add column agreement_sealed text,
  add column agreement_amount numeric(14, 2) check (agreement_amount >= 0),
  add column documents text[] not null default '{}',
  add column applicant_tokens text[] not null default '{}',
  add column accepted_on date,
  add column reason text,
  drop constraint judicial_confirmations_status_check,
  drop constraint ruled_when_decided,
  add constraint judicial_confirmations_status_check
    check (status in ('APPLIED', 'ACCEPTED', 'CONFIRMED', 'REJECTED', 'NOT_ACCEPTED', 'REFERRED_ONWARD', 'WITHDRAWN')),
  add constraint ruled_when_decided check ((status in ('CONFIRMED', 'REJECTED')) = (ruled_on is not null)),
  add constraint numbered_when_accepted check (number is not null or status in ('APPLIED', 'NOT_ACCEPTED', 'REFERRED_ONWARD', 'WITHDRAWN')),
  add constraint ruled_after_acceptance check (ruled_on >= accepted_on);
comment on column judicial_confirmations.number is 'Given at acceptance; the ruling bears the same number.';
comment on column judicial_confirmations.referral_id is 'The referral that brought the application; null where it came on paper.';
comment on column judicial_confirmations.agreement_sealed is 'What the parties agreed, as the justice bureau referred it; null where it came on paper.';
comment on column judicial_confirmations.applicant_tokens is 'The parties who apply together.';
comment on column judicial_confirmations.reason is 'Why the court ruled so; given where it rejected the application.';
