create table idempotency_keys (
  username   text not null,
  key        text not null,
  digest     text not null,
  result_id  text,
  created_at timestamptz not null default now(),
  primary key (username, key)
);
comment on table idempotency_keys is 'One row per command done: the same key with the same input gives the same result again. The digest is an HMAC, since inputs hold personal data.';
