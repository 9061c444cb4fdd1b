-- All open reports of one subject together. What it said is kept as it was when it was first reported.
create table moderation_case (
  id bigint primary key,
  subject_type text not null check (subject_type in ('note', 'comment', 'account', 'media')),
  subject_id bigint not null,
  state text not null default 'open' check (state in ('open', 'decided')),
  author_id bigint references account on delete set null,
  excerpt text not null,
  -- Path on this site.
  link text not null,
  created_at timestamptz not null default now()
);
create unique index moderation_case_open on moderation_case (subject_type, subject_id) where state = 'open';
create index moderation_case_queue on moderation_case (id) where state = 'open';

create table report (
  id bigint primary key,
  case_id bigint not null references moderation_case on delete cascade,
  reporter_id bigint references account on delete set null,
  reason text not null,
  detail text not null default '',
  created_at timestamptz not null default now(),
  -- A person's word counts once a case.
  unique (case_id, reporter_id)
);
create index report_reporter on report (reporter_id, id desc);

-- What was decided, by whom and why: one a case, never changed.
create table decision (
  id bigint primary key,
  case_id bigint not null unique references moderation_case on delete cascade,
  action text not null check (action in ('none', 'remove', 'content-notice', 'suspend')),
  reason text not null,
  -- The statement of reasons, for the author to read.
  words text not null default '',
  by_id bigint references account on delete set null,
  created_at timestamptz not null default now(),
  check (action = 'none' or words <> '')
);
