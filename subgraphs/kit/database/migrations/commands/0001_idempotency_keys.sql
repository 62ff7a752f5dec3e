create table idempotency_keys (
  subject    text not null,
  key        text not null,
  digest     text not null,
  result_id  text,
  created_at timestamptz not null default now(),
  primary key (subject, key)
);
comment on table idempotency_keys is 'One row per command done: the same key with the same input gives the same result again. Keys are the subject''s, who keeps them under another user name. The digest is an HMAC, since inputs hold personal data.';
