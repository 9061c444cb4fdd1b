create table follow (
  follower_id bigint not null references account on delete cascade,
  followed_id bigint not null references account on delete cascade,
  at timestamptz not null default now(),
  primary key (follower_id, followed_id),
  check (follower_id <> followed_id)
);
create index follow_followed on follow (followed_id, at desc, follower_id desc);
create index follow_follower on follow (follower_id, at desc, followed_id desc);

create table follow_request (
  follower_id bigint not null references account on delete cascade,
  followed_id bigint not null references account on delete cascade,
  at timestamptz not null default now(),
  primary key (follower_id, followed_id),
  check (follower_id <> followed_id)
);
create index follow_request_followed on follow_request (followed_id, at desc, follower_id desc);

create table block (
  blocker_id bigint not null references account on delete cascade,
  blocked_id bigint not null references account on delete cascade,
  at timestamptz not null default now(),
  primary key (blocker_id, blocked_id),
  check (blocker_id <> blocked_id)
);
create index block_blocked on block (blocked_id);
create index block_at on block (blocker_id, at desc, blocked_id desc);

create table mute (
  muter_id bigint not null references account on delete cascade,
  muted_id bigint not null references account on delete cascade,
  at timestamptz not null default now(),
  primary key (muter_id, muted_id),
  check (muter_id <> muted_id)
);

create index mute_at on mute (muter_id, at desc, muted_id desc);

create table filter (
  id bigint primary key,
  account_id bigint not null references account on delete cascade,
  kind text not null check (kind in ('word', 'topic')),
  -- As typed, and what it is compared by (folded).
  value text not null,
  key text not null,
  until timestamptz,
  unique (account_id, kind, key)
);

-- Exact numbers in a row of their own: counting followers of someone loved is too slow, and account stays unchanged.
-- Notes and likes are told by the notes room (events), after delivery equal to what it holds; on the way a minus may come before its plus.
create table account_counter (
  account_id bigint primary key references account on delete cascade,
  followers int not null default 0 check (followers >= 0),
  following int not null default 0 check (following >= 0),
  -- Published notes others may see.
  notes int not null default 0,
  -- Likes received on notes.
  likes int not null default 0
) with (fillfactor = 70);

-- Whatever makes or ends follows (a tap, a block, a cascade when someone leaves for good), the numbers go along in the same statement.
-- Rows are taken in order of id, so that two such statements never wait for each other.
create function follow_made() returns trigger language plpgsql as $$
begin
  insert into account_counter as c (account_id, followers, following)
  select id, sum(followers), sum(following) from (
    select followed_id as id, 1 as followers, 0 as following from made
    union all select follower_id, 0, 1 from made) as d
  group by id order by id
  on conflict (account_id) do update set followers = c.followers + excluded.followers, following = c.following + excluded.following;
  return null;
end $$;
create trigger follow_made after insert on follow referencing new table as made for each statement execute function follow_made();

create function follow_ended() returns trigger language plpgsql as $$
begin
  perform 1 from account_counter where account_id in (select followed_id from ended union select follower_id from ended)
    order by account_id for update;
  update account_counter as c set followers = c.followers - d.followers, following = c.following - d.following
  from (
    select id, sum(followers)::int as followers, sum(following)::int as following from (
      select followed_id as id, 1 as followers, 0 as following from ended
      union all select follower_id, 0, 1 from ended) as e
    group by id) as d
  where c.account_id = d.id;
  return null;
end $$;
create trigger follow_ended after delete on follow referencing old table as ended for each statement execute function follow_ended();
