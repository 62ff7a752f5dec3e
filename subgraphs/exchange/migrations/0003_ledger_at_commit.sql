create unlogged table ledger_waiting (
  envelope_id uuid primary key,
  entry       json not null,
  content     text not null,
  jwe         text not null,
  deliver_to  text[] not null
);
comment on table ledger_waiting is 'Entries that the transaction under way will add to the ledger; always empty to everybody else.';

create function append_at_commit() returns trigger language plpgsql as $$
declare
  entry ledger := json_populate_record(null::ledger, new.entry);
  taken bigint := append_to_ledger(entry, new.content);
begin
  insert into deliveries (envelope_id, to_agency, referral_id, seq, jwe)
    select entry.envelope_id, receiver, entry.referral_id, taken, new.jwe from unnest(new.deliver_to) as receiver;
  delete from ledger_waiting where envelope_id = new.envelope_id;
  return null;
end
$$;
comment on function append_at_commit is 'The head of the ledger is locked from the first entry of a transaction to its end, and all others wait for it. Added while the transaction commits, an entry keeps it for no longer than the commit takes: no message between client and server falls into that time.';

create constraint trigger append_at_commit after insert on ledger_waiting
  deferrable initially deferred for each row execute function append_at_commit();
