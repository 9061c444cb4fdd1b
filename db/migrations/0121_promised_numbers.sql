-- Numbers that people are promised ("at most 200 boards") hold exactly, however many calls come at once. A count in the statement that inserts sees only
-- what was committed before, so ten calls at once would each find room for one more. Here they queue on the owner's row, and each counts what those
-- before it have made. No row comes of the insert that is one too many; the verb that asked for it then says so.
-- Row locks, not advisory ones: filling a database with a million rows must not fill the table of locks.
create function at_most() returns trigger language plpgsql as $$
declare
  owner bigint := (to_jsonb(new) ->> tg_argv[0])::bigint;
  others int;
begin
  perform 1 from account_secret where account_id = owner for no key update;
  execute format('select count(*) from (select 1 from %I where %I = $1 limit $2) as rows', tg_table_name, tg_argv[0])
    into others using owner, tg_argv[1]::int;
  if others >= tg_argv[1]::int then
    return null;
  end if;
  return new;
end $$;
create trigger board_most before insert on board for each row when (not new.is_default) execute function at_most('owner_id', '200');
create trigger draft_most before insert on draft for each row execute function at_most('account_id', '200');
create trigger passkey_most before insert on passkey for each row execute function at_most('account_id', '20');

-- Filters that have run out make room; one that is there already only moves its end.
create function filter_most() returns trigger language plpgsql as $$
begin
  perform 1 from account_secret where account_id = new.account_id for no key update;
  if not exists (select 1 from filter where account_id = new.account_id and kind = new.kind and key = new.key)
    and (select count(*) from filter where account_id = new.account_id and (until is null or until > now())) >= 200 then
    return null;
  end if;
  return new;
end $$;
create trigger filter_most before insert on filter for each row execute function filter_most();

-- Of an account's sessions the last 200 used stay: so many are shown to their owner, and none shall hide behind them.
create function session_most() returns trigger language plpgsql as $$
begin
  perform 1 from account_secret where account_id = new.account_id for no key update;
  delete from session where id in (
    select id from session where account_id = new.account_id order by seen_at desc, id desc offset 199);
  return new;
end $$;
create trigger session_most before insert on session for each row execute function session_most();
