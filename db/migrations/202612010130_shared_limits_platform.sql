-- Limits that all processes share. What is counted (a network, a login, a person) stands here as a digest under a key that is not in the database.
create table rate_limit (
  id bytea primary key,
  -- When all that was taken is there again: one moment says how full a bucket is.
  full_at timestamptz not null,
  -- What the bucket needs to fill from empty.
  seconds float8 not null
);
create index rate_limit_full on rate_limit (full_at);
