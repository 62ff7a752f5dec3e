-- What a statement may see is told by two settings of its connection (kit/rowScope.ts). A setting that was never made is null, and
-- one that a transaction took back is empty: both see nothing.
create function casegraph_sees_region(region text) returns boolean language sql stable parallel safe as $$
  -- Without coalesce the planner takes it for as selective as an equation, and sorts whole tables for a page of them.
  select coalesce(starts_with('/' || region, nullif(current_setting('casegraph.region', true), '')), false)
$$;
comment on function casegraph_sees_region is 'Whether rows of a region are within the scope that the connection was told.';

create function casegraph_agency() returns text language sql stable parallel safe as $$
  select current_setting('casegraph.agency', true)
$$;
comment on function casegraph_agency is 'The agency of whoever asks; SYSTEM for jobs and messages.';

create procedure casegraph_protect(target regclass, condition text) language plpgsql as $$
begin
  execute format('alter table %s enable row level security', target);
  -- The agency's login owns its tables, and owners are exempt unless forced.
  execute format('alter table %s force row level security', target);
  execute format('create policy in_scope on %s using (%s) with check (true)', target, condition);
end
$$;
comment on procedure casegraph_protect is 'Rows of the table are seen, changed and removed where the condition holds. Adding rows is the commands'' business.';

create procedure casegraph_protect_parts(target regclass, key name, whole regclass) language plpgsql as $$
begin
  -- Not as `exists`: of that the planner may make a list of all rows that are seen, for the sake of one.
  call casegraph_protect(target, format('(select true from %1$s where %1$s.id = %2$s.%3$I)', whole, target, key));
end
$$;
comment on procedure casegraph_protect_parts is 'Rows of the table are seen with the row of the whole that their key names.';
