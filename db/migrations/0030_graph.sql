create table follow (
  follower_id bigint not null references account on delete cascade,
  followed_id bigint not null references account on delete cascade,
  at timestamptz not null default now(),
  primary key (follower_id, followed_id),
  check (follower_id <> followed_id)
);
create index follow_followed on follow (followed_id, at desc);

create table follow_request (
  follower_id bigint not null references account on delete cascade,
  followed_id bigint not null references account on delete cascade,
  at timestamptz not null default now(),
  primary key (follower_id, followed_id),
  check (follower_id <> followed_id)
);
create index follow_request_followed on follow_request (followed_id, at desc);

create table block (
  blocker_id bigint not null references account on delete cascade,
  blocked_id bigint not null references account on delete cascade,
  at timestamptz not null default now(),
  primary key (blocker_id, blocked_id),
  check (blocker_id <> blocked_id)
);
create index block_blocked on block (blocked_id);

create table mute (
  muter_id bigint not null references account on delete cascade,
  muted_id bigint not null references account on delete cascade,
  at timestamptz not null default now(),
  primary key (muter_id, muted_id),
  check (muter_id <> muted_id)
);

create table filter (
  id bigint primary key,
  account_id bigint not null references account on delete cascade,
  kind text not null check (kind in ('word', 'topic')),
  value text not null,
  until timestamptz,
  unique (account_id, kind, value)
);

-- Exact numbers in a row of their own: counting followers of someone loved is too slow, and account stays unchanged.
create table account_counter (
  account_id bigint primary key references account on delete cascade,
  followers int not null default 0 check (followers >= 0),
  following int not null default 0 check (following >= 0)
);
