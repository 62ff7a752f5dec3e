alter table aid_leads add column version integer not null default 0;
comment on column aid_leads.version is 'Grows with every change of the lead and never restarts.';
-- Nobody has seen a greater one: it was the version of the newest referral.
update aid_leads set version = (select coalesce(sum(referrals.version), 0) from referrals where referrals.party = 'SENDER' and referrals.subject_id = aid_leads.id);

alter table aid_leads add column cancelled_at timestamptz, add column cancel_reason_code text, add column cancel_reason_text text;
comment on column aid_leads.cancelled_at is 'When the draft was given up; it was never referred.';
alter table aid_lead_changes add column fields text[], add column role text, add column username text;
comment on column aid_lead_changes.fields is 'Of a correction: which fields were changed, never their values.';
comment on column aid_lead_changes.username is 'Who did what the federation did by itself, as far as it is recorded here; who took a step of a referral stands in its history.';

-- What a referral becomes is shown by the lead that it is the newest of.
create function grow_lead_version() returns trigger language plpgsql as $$
begin
  update aid_leads set version = version + 1 where referral_id = new.id;
  return null;
end
$$;
create trigger grow_lead_version after update on referrals for each row
  when ((old.status, old.version) is distinct from (new.status, new.version)) execute function grow_lead_version();

create or replace function note_lead_change() returns trigger language plpgsql as $$
declare
  lead uuid := to_jsonb(new) ->> tg_argv[1];
begin
  insert into aid_lead_changes (aid_lead_id, action, status, version, at)
    select lead, tg_argv[0], coalesce(referrals.status, 'DRAFT'), aid_leads.version, now()
    from aid_leads left join referrals on referrals.id = aid_leads.referral_id where aid_leads.id = lead;
  return null;
end
$$;

create or replace function note_referral_step() returns trigger language plpgsql as $$
begin
  insert into aid_lead_changes (aid_lead_id, referral_id, action, status, version, at)
    select aid_leads.id, new.referral_id, new.action, new.status, aid_leads.version, new.at
    from referrals join aid_leads on aid_leads.id = referrals.subject_id where referrals.id = new.referral_id;
  return null;
end
$$;

create or replace procedure note_past_changes() language plpgsql as $$
declare
  added bigint;
begin
  with past (at, aid_lead_id, referral_id, action, status, version) as (
    select created_at, id, null::uuid, 'CREATED', 'DRAFT', 0 from aid_leads
    union all
    select events.at, aid_leads.id, events.referral_id, events.action, events.status,
      count(events.version) over (partition by aid_leads.id order by events.at)
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
