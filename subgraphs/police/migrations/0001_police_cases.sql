create table police_units (
  code        text primary key check (code ~ '^\d{12}$'),
  name        text not null,
  kind        text not null,
  region_code text not null
);
create index police_units_region on police_units (region_code text_pattern_ops, code);

create table persons (
  token            text primary key check (length(token) = 43),
  name_sealed      text not null,
  id_number_sealed text not null,
  address_sealed   text,
  phone_sealed     text,
  sex              text not null,
  birth_date       date not null,
  region_code      text not null,
  protected        boolean not null default false
);
comment on column persons.region_code is 'Where the person is registered 户籍地.';
comment on column persons.protected is 'Whether the person needs protection, so that an address must never reach the other side (Anti-Domestic-Violence Law). Never exposed.';

create table incidents (
  id          uuid primary key,
  number      text not null unique check (number ~ '^J\d{12}(19|20)\d{6}\d{4}$'),
  kind        text not null,
  category    text not null,
  status      text not null,
  region_code text not null,
  unit_code   text not null references police_units,
  reported_at timestamptz not null
);
comment on column incidents.number is 'J + 12 digits of the unit + yyyymmdd + 4-digit serial.';
create index incidents_region on incidents (region_code text_pattern_ops, id desc);
create index incidents_unit on incidents (unit_code, id desc);
create index incidents_reported on incidents (reported_at);

create table case_natures (
  code  text primary key,
  kind  text not null,
  name  text not null,
  basis text not null,
  unique (code, kind)
);
comment on table case_natures is '案由: charges of the Criminal Law and acts of the Public Security Administration Punishments Law (as amended in 2012). Traditional theft and fraud are THEFT and FRAUD; fraud by telephone and network stands apart.';
insert into case_natures (code, kind, name, basis) values
  ('HOMICIDE', 'CRIMINAL', '故意杀人', '刑法第二百三十二条'),
  ('INTENTIONAL_INJURY', 'CRIMINAL', '故意伤害', '刑法第二百三十四条'),
  ('RAPE', 'CRIMINAL', '强奸', '刑法第二百三十六条'),
  ('TRAFFICKING_IN_PERSONS', 'CRIMINAL', '拐卖妇女、儿童', '刑法第二百四十条'),
  ('ABUSE', 'CRIMINAL', '虐待', '刑法第二百六十条'),
  ('ROBBERY', 'CRIMINAL', '抢劫', '刑法第二百六十三条'),
  ('THEFT', 'CRIMINAL', '盗窃', '刑法第二百六十四条'),
  ('FRAUD', 'CRIMINAL', '诈骗', '刑法第二百六十六条'),
  ('TELECOM_FRAUD', 'CRIMINAL', '电信网络诈骗', '刑法第二百六十六条、反电信网络诈骗法第二条'),
  ('SNATCHING', 'CRIMINAL', '抢夺', '刑法第二百六十七条'),
  ('EXTORTION', 'CRIMINAL', '敲诈勒索', '刑法第二百七十四条'),
  ('TRAFFIC_CASUALTY', 'CRIMINAL', '交通肇事', '刑法第一百三十三条'),
  ('DANGEROUS_DRIVING', 'CRIMINAL', '危险驾驶', '刑法第一百三十三条之一'),
  ('AIDING_NETWORK_CRIME', 'CRIMINAL', '帮助信息网络犯罪活动', '刑法第二百八十七条之二'),
  ('AFFRAY', 'CRIMINAL', '寻衅滋事', '刑法第二百九十三条'),
  ('GAMBLING_OFFENCE', 'CRIMINAL', '赌博、开设赌场', '刑法第三百零三条'),
  ('DRUG_OFFENCE', 'CRIMINAL', '走私、贩卖、运输、制造毒品', '刑法第三百四十七条'),
  ('DISTURBING_ORDER', 'PUBLIC_SECURITY', '扰乱单位、公共场所秩序', '治安管理处罚法第二十三条'),
  ('MINOR_AFFRAY', 'PUBLIC_SECURITY', '寻衅滋事', '治安管理处罚法第二十六条'),
  ('THREAT_OR_INSULT', 'PUBLIC_SECURITY', '威胁、侮辱、诽谤、骚扰他人', '治安管理处罚法第四十二条'),
  ('ASSAULT', 'PUBLIC_SECURITY', '殴打他人', '治安管理处罚法第四十三条'),
  ('FAMILY_ABUSE', 'PUBLIC_SECURITY', '虐待、遗弃', '治安管理处罚法第四十五条'),
  ('PETTY_THEFT', 'PUBLIC_SECURITY', '盗窃', '治安管理处罚法第四十九条'),
  ('PETTY_FRAUD', 'PUBLIC_SECURITY', '诈骗', '治安管理处罚法第四十九条'),
  ('PROPERTY_DAMAGE', 'PUBLIC_SECURITY', '故意损毁财物', '治安管理处罚法第四十九条'),
  ('NOISE', 'PUBLIC_SECURITY', '制造噪声干扰生活', '治安管理处罚法第五十八条'),
  ('PROSTITUTION', 'PUBLIC_SECURITY', '卖淫、嫖娼', '治安管理处罚法第六十六条'),
  ('GAMBLING', 'PUBLIC_SECURITY', '赌博', '治安管理处罚法第七十条'),
  ('DRUG_USE', 'PUBLIC_SECURITY', '吸食、注射毒品', '治安管理处罚法第七十二条');

create table police_cases (
  id           uuid primary key,
  number       text not null unique check (number ~ '^A\d{12}(19|20)\d{2}(0[1-9]|1[0-2])\d{4}$'),
  kind         text not null,
  nature_code  text not null,
  status       text not null,
  filed_at     timestamptz not null,
  solved_at    timestamptz check (solved_at >= filed_at),
  concluded_at timestamptz check (concluded_at >= filed_at),
  unit_code    text not null references police_units,
  region_code  text not null,
  case_id      uuid not null,
  foreign key (nature_code, kind) references case_natures (code, kind),
  check (solved_at is null or kind = 'CRIMINAL'),
  check (solved_at is not null or status <> 'SOLVED'),
  check (concluded_at is not null or status <> 'CONCLUDED')
);
create index police_cases_region on police_cases (region_code text_pattern_ops, id desc);
create index police_cases_case on police_cases (case_id, id desc);
create index police_cases_unit on police_cases (unit_code, id desc);
create index police_cases_nature on police_cases (nature_code, id desc);
create index police_cases_filed on police_cases (filed_at);

create table case_parties (
  id             uuid primary key,
  police_case_id uuid not null references police_cases,
  person_token   text not null references persons,
  role           text not null,
  unique (police_case_id, person_token, role)
);
comment on table case_parties is 'Who has which part in a case; one person may have several, for example reporter and victim.';
create index case_parties_case on case_parties (police_case_id, id desc);
create index case_parties_person on case_parties (person_token, id desc);
