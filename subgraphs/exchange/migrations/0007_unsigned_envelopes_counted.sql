-- Anybody can send envelopes without a valid signature: they are counted, in one row for each sender that they claim,
-- network, reason and day. Rows written before stay as they are.
alter table refused_envelopes
  add column count   bigint not null default 1,
  add column network text,
  add column day     date;
comment on column refused_envelopes.count is 'How many; more than one only where day is set.';
comment on column refused_envelopes.network is 'The address that they came from, in IPv6 its /64 network.';
comment on column refused_envelopes.day is 'Set for envelopes without a valid signature, which have one row a day.';
comment on column refused_envelopes.at is 'When the last of them came.';
create unique index refused_envelopes_counted on refused_envelopes (day, claimed_from, network, code)
  nulls not distinct where day is not null;
create index refused_envelopes_newest on refused_envelopes (at desc, id desc);
