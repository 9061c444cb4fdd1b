-- Shared by all rooms: what happened (outbox), which process is which, answers already given.
create sequence process_node;

create table outbox (
  id bigint generated always as identity primary key,
  name text not null,
  facts jsonb not null,
  at timestamptz not null default now(),
  due_at timestamptz not null default now(),
  tries int not null default 0
);
-- A queue is mostly empty: vacuum it by count of dead rows, not by share.
alter table outbox set (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 1000);

create table idempotency (
  owner text not null,
  key text not null,
  request text not null,
  status int,
  body text,
  at timestamptz not null default now(),
  primary key (owner, key)
);
create index idempotency_at on idempotency (at);

-- Facts of the site itself, such as the secret that signs things.
create table setting (
  name text primary key,
  value jsonb not null
);
