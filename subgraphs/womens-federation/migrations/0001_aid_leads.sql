create table hardship_categories (
  code  text primary key,
  name  text not null,
  basis text not null
);
comment on table hardship_categories is 'Who may be entitled to judicial aid: the "5+2" groups of the notices of 2022 and 2023 by the Supreme People''s Procuratorate and the All-China Women''s Federation.';
insert into hardship_categories (code, name, basis) values
  ('POVERTY_RELAPSE_MONITORED', '防止返贫监测对象中的农村妇女', '2022年通知'),
  ('VIOLENCE_OR_TRAFFICKING', '遭受家庭暴力、性侵害、拐卖的妇女', '2022年通知'),
  ('EARNER_KILLED_OR_DISABLED', '因案导致家庭主要劳动力死亡或重残，独自抚养子女、赡养老人的妇女', '2022年通知'),
  ('GRAVE_ILLNESS_OR_DISABILITY', '身患重病或严重残疾的妇女', '2022年通知'),
  ('UNSUPPORTED_ELDERLY', '赡养人无力或未尽赡养义务的老年妇女', '2022年通知'),
  ('EMPLOYMENT_DISCRIMINATION', '遭受就业性别歧视、职场性骚扰，经诉讼仍难以弥补损失的妇女', '2023年通知'),
  ('DIVORCE_AFTER_VIOLENCE', '遭受家庭暴力提起离婚诉讼、生活困难的妇女', '2023年通知');

create sequence aid_lead_number;
create table aid_leads (
  id                          uuid primary key,
  number                      text not null unique,
  region_code                 text not null,
  applicant_token             text not null,
  applicant_name_sealed       text not null,
  applicant_id_number_sealed  text not null,
  applicant_phone_sealed      text,
  source                      text not null,
  hardship_code               text not null references hardship_categories,
  members                     integer not null check (members between 1 and 30),
  minors                      integer not null check (minors between 0 and members),
  monthly_income              numeric(14, 2) not null check (monthly_income >= 0),
  school_recognised_hardship  boolean not null,
  household_note              text,
  case_id                     uuid not null,
  case_number                 text not null,
  description                 text not null,
  created_at                  timestamptz not null,
  created_by                  text not null,
  referral_id                 uuid references referrals
);
comment on column aid_leads.referral_id is 'The newest referral of the lead; its status is the lead''s. Null while the lead is a draft.';
create index aid_leads_region on aid_leads (region_code text_pattern_ops, id desc);
create index aid_leads_applicant on aid_leads (applicant_token, id desc);
create index aid_leads_case on aid_leads (case_id, id desc);
create index aid_leads_referral on aid_leads (referral_id);

create table aid_feedback (
  aid_lead_id uuid primary key references aid_leads,
  aided       boolean not null,
  amount      numeric(14, 2),
  text        text not null,
  at          timestamptz not null
);
comment on table aid_feedback is 'What the prosecutors fed back, as it arrived.';

create table assistance_measures (
  id          uuid primary key,
  aid_lead_id uuid not null references aid_leads,
  kind        text not null,
  provider    text not null,
  status      text not null,
  starts_on   date not null,
  description text not null,
  created_by  text not null
);
create index assistance_measures_lead on assistance_measures (aid_lead_id, id desc);

create table visits (
  id           uuid primary key,
  aid_lead_id  uuid not null references aid_leads,
  visited_on   date not null,
  return_visit boolean not null,
  participants text[] not null,
  findings     text not null,
  created_by   text not null
);
create index visits_lead on visits (aid_lead_id, id desc);
