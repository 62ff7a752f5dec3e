create table case_seals (
  case_id    uuid primary key,
  sealed_for text[] not null,
  sequence   bigint not null
);
comment on table case_seals is 'Cases whose juvenile record is or was sealed, as the exchange tells of them; every row on such a case is marked by it (casegraph_seal_with_case).';
comment on column case_seals.sealed_for is 'The authorities that have sealed it; none once the last of them has unsealed it.';
comment on column case_seals.sequence is 'The exchange''s number of the step that made it so: a notice with a smaller one comes too late. 0 for what was sealed before there were notices.';
call casegraph_protect('case_seals', 'casegraph_agency() = ''SYSTEM''');

create table seal_requests (
  id           uuid primary key,
  case_id      uuid not null,
  action       text not null check (action in ('SEAL', 'UNSEAL')),
  reason       text not null,
  username     text not null,
  role         text not null,
  at           timestamptz not null,
  state        text not null default 'SUBMITTED' check (state in ('SUBMITTED', 'RELAYED', 'REFUSED')),
  attempts     integer not null default 0,
  last_error   text
);
comment on table seal_requests is 'What the agency''s own people sealed and unsealed, on its way to the exchange; signed when it is sent.';
call casegraph_protect('seal_requests', 'casegraph_agency() = ''SYSTEM''');

create function casegraph_enter_scope(scope text[]) returns text[] language plpgsql as $$
declare
  before text[] := array[coalesce(current_setting('casegraph.region', true), ''), coalesce(current_setting('casegraph.agency', true), '')];
begin
  perform set_config('casegraph.region', scope[1], true), set_config('casegraph.agency', scope[2], true);
  return before;
end
$$;
comment on function casegraph_enter_scope is 'Has the rest of the transaction see another region and agency; gives what it saw before, to be entered again.';

create function casegraph_mark_sealed_row() returns trigger language plpgsql as $$
declare
  before text[];
begin
  -- A seal that is just being applied is waited for (casegraph_apply_seal), and then read.
  lock table case_seals in access share mode;
  before := casegraph_enter_scope('{/,SYSTEM}');
  new.sealed_for := (select sealed_for from case_seals where case_id = new.case_id and sealed_for <> '{}');
  perform casegraph_enter_scope(before);
  return new;
end
$$;
comment on function casegraph_mark_sealed_row is 'Marks a row that arrives after its case was sealed.';

create procedure casegraph_seal_with_case(target regclass, owner text, condition text) language plpgsql as $$
begin
  execute format('alter table %s add column sealed_for text[]', target);
  execute format('comment on column %s.sealed_for is %L', target, 'The authorities that sealed the case; null where it is open.');
  execute format('create trigger mark_sealed before insert or update of case_id on %s for each row execute function casegraph_mark_sealed_row()', target);
  execute format('drop policy in_scope on %s', target);
  -- Of a condition inside coalesce the planner expects that it holds often, as this one does.
  call casegraph_protect(target, format(
    '%s and coalesce(sealed_for is null or casegraph_agency() in (%L, ''SYSTEM'') or casegraph_agency() = any (sealed_for), false)',
    condition, owner
  ));
end
$$;
comment on procedure casegraph_seal_with_case is 'Rows of the table are sealed with their case: then they are seen by the owner''s own agency and those that sealed it.';

create procedure casegraph_mark_sealed_rows(wanted uuid) language plpgsql as $$
declare
  target regclass;
  before text[] := casegraph_enter_scope('{/,SYSTEM}');
begin
  for target in
    select pg_class.oid from pg_attribute join pg_class on pg_class.oid = attrelid
    where attname = 'sealed_for' and not attisdropped and relkind = 'r' and relnamespace = 'public'::regnamespace and relname <> 'case_seals'
  loop
    execute format(
      'update %s as marked set sealed_for = nullif(case_seals.sealed_for, ''{}'') from case_seals
       where case_seals.case_id = marked.case_id and ($1 is null or case_seals.case_id = $1)
         and marked.sealed_for is distinct from nullif(case_seals.sealed_for, ''{}'')',
      target
    ) using wanted;
  end loop;
  perform casegraph_enter_scope(before);
end
$$;
comment on procedure casegraph_mark_sealed_rows is 'Brings the marks of all rows on a case, or on all cases for null, to what case_seals says.';

create procedure casegraph_apply_seal(wanted uuid, authorities text[], step bigint) language plpgsql as $$
declare
  before text[] := casegraph_enter_scope('{/,SYSTEM}');
begin
  -- Rows that are just being added have not been marked: their transactions are waited for.
  lock table case_seals in access exclusive mode;
  insert into case_seals (case_id, sealed_for, sequence) values (wanted, authorities, step)
    on conflict (case_id) do update set sealed_for = excluded.sealed_for, sequence = excluded.sequence
    where case_seals.sequence < excluded.sequence;
  if found then
    call casegraph_mark_sealed_rows(wanted);
  end if;
  perform casegraph_enter_scope(before);
end
$$;
comment on procedure casegraph_apply_seal is 'Applies what the exchange tells of a case, once and in the order of its steps.';

create procedure casegraph_seal_at_once(wanted uuid, authority text) language plpgsql as $$
declare
  before text[] := casegraph_enter_scope('{/,SYSTEM}');
begin
  lock table case_seals in access exclusive mode;
  insert into case_seals (case_id, sealed_for, sequence) values (wanted, array[authority], 0)
    on conflict (case_id) do update set sealed_for = array_append(case_seals.sealed_for, authority)
    where not authority = any (case_seals.sealed_for);
  call casegraph_mark_sealed_rows(wanted);
  perform casegraph_enter_scope(before);
end
$$;
comment on procedure casegraph_seal_at_once is 'Seals at the authority itself, before the exchange has told everybody; the sequence stays, so that what it tells counts.';

create function casegraph_seal_of(wanted uuid) returns case_seals language plpgsql as $$
declare
  found case_seals;
  before text[] := casegraph_enter_scope('{/,SYSTEM}');
begin
  select * into found from case_seals where case_id = wanted;
  perform casegraph_enter_scope(before);
  return found;
end
$$;
comment on function casegraph_seal_of is 'What is known of a case''s seal; null where it never had one.';

create procedure casegraph_report_seals(authority text) language plpgsql as $$
begin
  insert into seal_requests (id, case_id, action, reason, username, role, at)
    select gen_random_uuid(), case_id, 'SEAL', '此前已封存', 'system', 'system', now() from case_seals where authority = any (sealed_for);
  perform graphile_worker.add_job('send-seal', json_build_object('requestId', id)) from seal_requests where state = 'SUBMITTED';
end
$$;
comment on procedure casegraph_report_seals is 'Tells the exchange of the seals that the authority kept for itself before there were notices.';
