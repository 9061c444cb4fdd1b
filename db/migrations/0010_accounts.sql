-- People. Remote ones (origin is not null) have no credentials; nothing private stands in this table.
create table account (
  id bigint primary key,
  handle text not null,
  -- Site of a remote account; null: at home here.
  origin text,
  uri text unique,
  display_name text not null check (char_length(display_name) between 1 and 80),
  bio text not null default '',
  pronouns text not null default '',
  place text not null default '',
  -- The picture, and its address as the screens use it, so that a stub needs no join. See 0021 for whose picture it may be.
  avatar_id bigint,
  avatar_url text,
  banner_id bigint,
  banner_url text,
  -- Languages the person reads, and the one the interface speaks to them.
  languages text[] not null default '{en}',
  locale text not null default 'en',
  is_private boolean not null default false,
  role text not null default 'person' check (role in ('person', 'moderator', 'admin')),
  state text not null default 'active' check (state in ('active', 'suspended', 'deleting', 'deleted')),
  -- Kept while someone suspended is also leaving, so that coming back does not lift the suspension.
  suspended_at timestamptz,
  suspended_words text,
  deletes_at timestamptz,
  created_at timestamptz not null default now(),
  check (handle = lower(handle)),
  check ((state = 'deleting') = (deletes_at is not null))
);
create unique index account_handle on account (handle, coalesce(origin, ''));
create index account_deletes on account (deletes_at) where state = 'deleting';
create index account_staff on account (role) where role <> 'person';

-- What only the home site knows of a person.
create table account_secret (
  account_id bigint primary key references account on delete cascade,
  -- Proven by a letter; `pending_email` is still to be.
  email text,
  pending_email text,
  -- argon2id as a PHC string; null: signs in by passkey alone.
  password_hash text,
  totp_secret text,
  totp_enabled_at timestamptz,
  -- Last accepted time step: a code works once.
  totp_step bigint,
  accepted_version text,
  accepted_at timestamptz,
  -- Made by the demo: its well-known password works on a demo site only.
  is_demo boolean not null default false
);
create unique index account_email on account_secret (lower(email)) where email is not null;

-- Cookie, bearer and app tokens alike. The token itself is known to its holder only.
create table session (
  id bigint primary key,
  account_id bigint not null references account on delete cascade,
  token_hash bytea not null unique,
  kind text not null check (kind in ('cookie', 'bearer', 'app')),
  -- Browser and system in few words, `Firefox|Android`.
  device text not null default '',
  created_at timestamptz not null default now(),
  -- Written at most once an hour.
  seen_at timestamptz not null default now()
);
create index session_account on session (account_id, id desc);
create index session_seen on session (seen_at);

create table passkey (
  id bigint primary key,
  account_id bigint not null references account on delete cascade,
  credential_id text not null unique,
  public_key bytea not null,
  counter bigint not null default 0,
  transports text[] not null default '{}',
  name text not null,
  created_at timestamptz not null default now(),
  used_at timestamptz
);
create index passkey_account on passkey (account_id, id);

-- Questions put to an authenticator: answered once, soon, or never.
create table passkey_challenge (
  challenge text primary key,
  kind text not null check (kind in ('register', 'sign-in', 'sign-up')),
  account_id bigint references account on delete cascade,
  -- What a sign-up asked for.
  wish jsonb,
  expires_at timestamptz not null
);
create index passkey_challenge_expires on passkey_challenge (expires_at);

-- 80 random bits each: a plain hash is enough, and a used one is gone.
create table recovery_code (
  account_id bigint not null references account on delete cascade,
  code_hash bytea not null,
  primary key (account_id, code_hash)
);

-- What letters and administrators' links carry: used once, by whoever holds it.
create table account_token (
  token_hash bytea primary key,
  account_id bigint not null references account on delete cascade,
  kind text not null check (kind in ('reset', 'reset-link', 'email')),
  email text,
  expires_at timestamptz not null
);
create index account_token_account on account_token (account_id);
create index account_token_expires on account_token (expires_at);

-- The start-up code that makes the first administrator; there while there is none.
create table setup_code (
  one boolean primary key default true check (one),
  code text not null
);

-- People with one-click sign-in on a demo site, with a line about them in each language.
create table demo_person (
  account_id bigint primary key references account on delete cascade,
  position int not null,
  about jsonb not null
);

-- Every process holds people and sessions in memory for seconds: whatever changes them says so, whichever verb it was.
create function account_changed() returns trigger language plpgsql as $$
begin
  perform pg_notify('account_changed', old.id::text);
  return null;
end $$;
create trigger account_changed after update or delete on account for each row execute function account_changed();

create function session_ended() returns trigger language plpgsql as $$
begin
  perform pg_notify('account_changed', old.account_id::text);
  return null;
end $$;
create trigger session_ended after delete on session for each row execute function session_ended();
