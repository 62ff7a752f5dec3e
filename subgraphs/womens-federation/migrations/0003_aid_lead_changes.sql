create table aid_lead_changes (
  id          bigint generated always as identity primary key,
  position    bigint unique,
  aid_lead_id uuid not null references aid_leads,
  referral_id uuid references referrals,
  action      text not null,
  status      text not null,
  version     integer not null,
  at          timestamptz not null
);
comment on table aid_lead_changes is 'What has happened to each lead, for whoever follows it.';
comment on column aid_lead_changes.referral_id is 'The referral whose step it was; null for what the federation did by itself, of which other agencies are not told.';
create index aid_lead_changes_lead on aid_lead_changes (aid_lead_id, position desc);
call casegraph_feed('aid_lead_changes');
call casegraph_protect_parts('aid_lead_changes', 'aid_lead_id', 'aid_leads');

create function note_lead_change() returns trigger language plpgsql as $$
declare
  lead uuid := to_jsonb(new) ->> tg_argv[1];
begin
  insert into aid_lead_changes (aid_lead_id, action, status, version, at)
    select lead, tg_argv[0], coalesce(referrals.status, 'DRAFT'), coalesce(referrals.version, 0), now()
    from aid_leads left join referrals on referrals.id = aid_leads.referral_id where aid_leads.id = lead;
  return null;
end
$$;
create trigger note_created after insert on aid_leads for each row execute function note_lead_change('CREATED', 'id');
create trigger note_visit after insert on visits for each row execute function note_lead_change('VISIT', 'aid_lead_id');
create trigger note_measure after insert on assistance_measures for each row execute function note_lead_change('MEASURE', 'aid_lead_id');

create function note_referral_step() returns trigger language plpgsql as $$
begin
  insert into aid_lead_changes (aid_lead_id, referral_id, action, status, version, at)
    select aid_leads.id, new.referral_id, new.action, new.status, referrals.version, new.at
    from referrals join aid_leads on aid_leads.id = referrals.subject_id where referrals.id = new.referral_id;
  return null;
end
$$;
create trigger note_step after insert on referral_events for each row execute function note_referral_step();

create procedure note_past_changes() language plpgsql as $$
declare
  added bigint;
begin
  with past (at, aid_lead_id, referral_id, action, status, version) as (
    select created_at, id, null::uuid, 'CREATED', 'DRAFT', 0 from aid_leads
    union all
    select events.at, aid_leads.id, events.referral_id, events.action, events.status,
      -- A note changes no version: the one before it stands.
      coalesce(events.version, max(events.version) over (partition by events.referral_id order by events.at), 1)
    from referral_events events
      join referrals on referrals.id = events.referral_id join aid_leads on aid_leads.id = referrals.subject_id
    where not events.superseded
  )
  insert into aid_lead_changes (position, at, aid_lead_id, referral_id, action, status, version)
    select row_number() over (order by at), past.* from past;
  get diagnostics added = row_count;
  update feed_heads set position = added where feed = 'aid_lead_changes';
end
$$;
comment on procedure note_past_changes is 'What happened to leads before anybody noted it, as far as it has a time; into a table that is empty.';
call note_past_changes();
