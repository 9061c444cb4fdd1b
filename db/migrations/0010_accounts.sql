-- People. Remote ones (origin is not null) have no credentials; nothing private stands in this table.
create table account (
  id bigint primary key,
  handle text not null,
  -- Site of a remote account; null: at home here.
  origin text,
  uri text unique,
  display_name text not null check (char_length(display_name) between 1 and 80),
  bio text not null default '',
  bio_spans jsonb not null default '[]',
  pronouns text not null default '',
  place text not null default '',
  avatar_id bigint,
  banner_id bigint,
  -- Languages the person reads, and the one the interface speaks to them.
  languages text[] not null default '{en}',
  locale text not null default 'en',
  is_private boolean not null default false,
  role text not null default 'person' check (role in ('person', 'moderator', 'admin')),
  state text not null default 'active' check (state in ('active', 'suspended', 'deleting', 'deleted')),
  suspended_words text,
  deletes_at timestamptz,
  created_at timestamptz not null default now(),
  check (handle = lower(handle))
);
create unique index account_handle on account (handle, coalesce(origin, ''));
create index account_deletes on account (deletes_at) where state = 'deleting';

-- What only the home site knows of a person.
create table account_secret (
  account_id bigint primary key references account on delete cascade,
  email text,
  email_verified_at timestamptz,
  password_hash text,
  totp_secret text,
  totp_enabled_at timestamptz,
  -- Last accepted time step: a code works once.
  totp_step bigint,
  accepted_version text,
  accepted_at timestamptz
);
create unique index account_email on account_secret (lower(email)) where email_verified_at is not null;
