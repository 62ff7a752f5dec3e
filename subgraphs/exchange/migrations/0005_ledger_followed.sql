create or replace function append_at_commit() returns trigger language plpgsql as $$
declare
  entry ledger := json_populate_record(null::ledger, new.entry);
  taken bigint := append_to_ledger(entry, new.content);
begin
  insert into deliveries (envelope_id, to_agency, referral_id, seq, jwe)
    select entry.envelope_id, receiver, entry.referral_id, taken, new.jwe from unnest(new.deliver_to) as receiver;
  delete from ledger_waiting where envelope_id = new.envelope_id;
  -- Whoever follows the ledger. Notifications wait for each other while transactions commit, as entries do already.
  perform pg_notify('casegraph_feed', '');
  return null;
end
$$;
