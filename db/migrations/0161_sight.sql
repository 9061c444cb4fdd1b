-- Who could read a wording while it stood: nobody but its author, accepted followers, everybody. The widest it ever was, since what was read cannot be
-- unread; a new wording begins anew. Kept by the database, so that no way of writing a note forgets it.
alter table note
  add column reach text not null default 'none' check (reach in ('none', 'followers', 'public')),
  -- When followers last could, if they no longer can.
  add column reach_until timestamptz,
  -- When something that others could read was last changed: what they are told about edits.
  add column edited_open_at timestamptz;

alter table note_revision
  -- Wordings from before this was kept are their author's alone.
  add column reach text not null default 'none' check (reach in ('none', 'followers', 'public')),
  add column reach_until timestamptz;

update note as n set edited_open_at = n.edited_at,
  reach = case when n.state <> 'published' or n.visibility = 'private' or a.state <> 'active' then 'none'
    when n.visibility = 'public' and not a.is_private then 'public' else 'followers' end
from account as a where a.id = n.author_id and n.root_id is null;

create function note_reach() returns trigger language plpgsql as $$
declare
  seen text := 'none';
begin
  if new.state = 'published' and new.visibility <> 'private' then
    -- Held, so that an account that closes or opens at this moment comes before or after, never between.
    select case when a.state <> 'active' then 'none' when new.visibility = 'public' and not a.is_private then 'public' else 'followers' end
      into seen from account as a where a.id = new.author_id for share;
  end if;
  if tg_op = 'INSERT' or new.title is distinct from old.title or new.text is distinct from old.text or seen = 'public' then
    new.reach := seen;
    new.reach_until := null;
  elsif seen = 'followers' then
    new.reach := case when old.reach = 'public' then 'public' else 'followers' end;
    new.reach_until := null;
  else
    new.reach_until := coalesce(old.reach_until, clock_timestamp());
  end if;
  return new;
end $$;
create trigger note_reach before insert or update of state, visibility, title, text on note
  for each row when (new.root_id is null) execute function note_reach();

-- An account that opens, closes, goes or comes back: what it wrote is, or is not any more, what everybody may come across. In the same
-- transaction, so that no topic is ever named by somebody's private notes. Rows in order of id, after the account: as those who publish take them.
create function account_sight() returns trigger language plpgsql as $$
declare
  was_open boolean := old.state = 'active' and not old.is_private;
  is_open boolean := new.state = 'active' and not new.is_private;
begin
  if is_open <> was_open then
    with moved as (
      select x.topic_id, count(*)::int as n from note join note_topic as x on x.note_id = note.id
      where note.author_id = new.id and note.root_id is null and note.state = 'published' and note.visibility = 'public' group by x.topic_id),
    locked as materialized (select topic_id from topic_counter where topic_id in (select topic_id from moved) order by topic_id for update)
    update topic_counter as c set notes = c.notes + case when is_open then moved.n else -moved.n end
    from moved where c.topic_id = moved.topic_id and c.topic_id in (select topic_id from locked);
  end if;
  if new.state = 'active' then
    update note set reach = case when is_open and visibility = 'public' then 'public' else 'followers' end, reach_until = null
    where author_id = new.id and root_id is null and state = 'published' and visibility <> 'private'
      and (reach = 'none' or (is_open and visibility = 'public' and reach = 'followers'));
  end if;
  return null;
end $$;
create trigger account_sight after update of is_private, state on account
  for each row when (old.is_private is distinct from new.is_private or old.state is distinct from new.state) execute function account_sight();

-- Topics count what everybody may come across; until now they counted notes of private, suspended and leaving people too.
update topic_counter as c set notes = (
  select count(*) from note_topic as x join note on note.id = x.note_id join account as a on a.id = note.author_id
  where x.topic_id = c.topic_id and note.state = 'published' and note.visibility = 'public' and a.state = 'active' and not a.is_private);

-- Of the notes a profile counts, those for followers only: strangers are not told of them.
alter table account_counter add column followers_notes int not null default 0;
update account_counter as c set followers_notes = (
  select count(*) from note where author_id = c.account_id and root_id is null and state = 'published' and visibility = 'followers');

-- Whether everybody may find a note, or only those who follow its author: words are suggested from the first kind alone.
alter table search_note add column open boolean not null default true;
-- The index looks at those who are not open once more, and takes their titles out of what it suggests.
insert into outbox (name, facts)
select 'account.changed', jsonb_build_object('account', a.id::text, 'opened', false) from account as a
where (a.state <> 'active' or a.is_private) and a.state <> 'deleted' and exists (select 1 from note where author_id = a.id);
