-- How far a counter row has come, so that of two messages about it the later one is known.
alter table note_counter add column version bigint not null default 0;

-- Wrong tries at an account from one place, under such a digest of both.
create table guess (
  id bytea primary key,
  count int not null default 0,
  -- Nothing is looked at before.
  until timestamptz,
  -- When the place's turn comes while the account is guessed at from everywhere.
  turn timestamptz,
  at timestamptz not null,
  -- Its owner was right there.
  home boolean not null default false
);
create index guess_at on guess (at);
