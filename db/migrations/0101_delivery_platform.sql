-- An event that one subscriber could not take, kept for that subscriber alone; all others have had it.
create table delivery (
  event_id bigint not null,
  subscriber text not null,
  name text not null,
  facts jsonb not null,
  -- When it happened.
  at timestamptz not null,
  tries int not null,
  -- null: given up, until an administrator has it tried again.
  due_at timestamptz,
  failed_at timestamptz not null default now(),
  -- Kind of the error and where it arose, without any words of people.
  why text not null,
  primary key (event_id, subscriber)
);
create index delivery_due on delivery (due_at, event_id);
-- A queue is mostly empty: vacuum it by count of dead rows, not by share.
alter table delivery set (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 1000);

-- What was withheld from all because of one is offered again: each subscriber now answers for itself.
drop index if exists outbox_due;
alter table outbox drop column due_at, drop column tries;
