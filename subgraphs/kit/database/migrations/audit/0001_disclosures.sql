create table disclosures (
  seq           bigint primary key,
  at            timestamptz not null,
  subject       text not null,
  username      text not null,
  agency        text not null,
  role          text not null,
  purpose       text,
  referral_id   uuid,
  request_id    text not null,
  record_type   text not null,
  record_id     text not null,
  case_id       uuid,
  person_tokens text[] not null,
  fields        text[] not null,
  denied        text[] not null,
  prev_hash     text not null,
  hash          text not null
);
comment on table disclosures is 'Who of another agency has read which record, or was refused: one row for each record and request, written before the answer leaves. Each hash is keyed, and covers the row and the hash before it.';
comment on column disclosures.subject is 'Who read, as the identity provider knows them for good; the user name is what they were called then.';
create index disclosures_persons on disclosures using gin (person_tokens);
create index disclosures_at on disclosures (at);

create table disclosure_head (
  single      boolean primary key default true check (single),
  seq         bigint not null,
  hash        text not null,
  start_seq   bigint not null,
  start_hash  text not null,
  start_proof text not null
);
comment on table disclosure_head is 'The newest row, and the last one that retention has removed, with a keyed proof that it was ours to remove.';
insert into disclosure_head (seq, hash, start_seq, start_hash, start_proof) values (0, '', 0, '', '');

create function refuse_change() returns trigger language plpgsql as $$
begin
  if current_setting('casegraph.retention', true) = 'on' and tg_op = 'DELETE' then return old; end if;
  raise exception 'Disclosures are added, never changed or removed.';
end
$$;
create trigger disclosures_stay before update or delete on disclosures for each row execute function refuse_change();

call casegraph_protect('disclosures', 'casegraph_agency() = ''SYSTEM''');
