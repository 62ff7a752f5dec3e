create table feed_heads (
  feed     text primary key,
  position bigint not null
);
comment on table feed_heads is 'The newest position of each feed; whoever adds an event locks its row. Whoever reads it sees every event up to it: positions are given while transactions commit, one after another.';

create function number_event() returns trigger language plpgsql as $$
declare
  taken bigint;
  numbered bigint;
begin
  update feed_heads set position = position + 1 where feed = tg_table_name returning position into taken;
  execute format('update %s set position = $1 where id = $2', tg_relid::regclass) using taken, new.id;
  get diagnostics numbered = row_count;
  if numbered <> 1 then raise exception 'An event of % was made by somebody who does not see it.', tg_table_name; end if;
  perform pg_notify('casegraph_feed', '');
  return null;
end
$$;
comment on function number_event is 'A number that is taken when a row is written is seen when its transaction commits, which may be after greater ones: a reader that has gone on to those would never see it. So it is taken at the commit, under the lock of the head.';

create procedure casegraph_feed(target regclass) language plpgsql as $$
begin
  insert into feed_heads values (target::text, 0);
  execute format(
    'create constraint trigger number_event after insert on %s deferrable initially deferred
     for each row when (new.position is null) execute function number_event()', target);
end
$$;
comment on procedure casegraph_feed is 'Rows of the table, which has an id and a position, are followed: each gets its position while its transaction commits, and whoever listens to casegraph_feed is told.';
