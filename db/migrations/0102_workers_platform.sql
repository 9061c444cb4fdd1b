-- Who works on jobs, seen every ten seconds: the jobs of a worker that is gone are given to others.
create table job_worker (
  id text primary key,
  seen_at timestamptz not null default now()
);
