-- A note, or a comment (a note in reply: root_id is the note it stands under).
create table note (
  -- Says when it was published: a scheduled one has the id of its hour, so that reading by id is reading by time.
  id bigint primary key,
  author_id bigint not null references account on delete cascade,
  -- Site of a remote note; null: written here.
  origin text,
  uri text unique,
  -- The Idempotency-Key it was made with: the same call never makes two.
  client_key text,
  root_id bigint references note on delete cascade,
  -- First-level comment a second-level one stands under.
  thread_id bigint references note on delete cascade,
  -- Whom exactly it answers.
  reply_to_id bigint references note on delete set null,
  state text not null default 'published' check (state in ('scheduled', 'published', 'removed', 'deleted')),
  title text not null default '',
  text text not null default '',
  spans jsonb not null default '[]',
  language text not null default 'und',
  layer jsonb,
  visibility text not null default 'public' check (visibility in ('public', 'followers', 'private')),
  comments text not null default 'open' check (comments in ('open', 'followers', 'off')),
  notice text,
  ai_made boolean not null default false,
  pinned boolean not null default false,
  -- Why a moderator removed it: {reason, words}.
  removal jsonb,
  publish_at timestamptz,
  published_at timestamptz,
  edited_at timestamptz,
  deleted_at timestamptz,
  created_at timestamptz not null default now(),
  check (root_id is null or title = ''),
  check (thread_id is null or root_id is not null)
);
create unique index note_client_key on note (author_id, client_key) where client_key is not null;
create index note_author on note (author_id, id desc) where root_id is null;
create index note_fresh on note (id desc) where root_id is null and state = 'published' and visibility = 'public';
create index note_comments on note (root_id, id) where root_id is not null and thread_id is null;
create index note_replies on note (thread_id, id) where thread_id is not null;
create index note_due on note (publish_at) where state = 'scheduled';

-- Counters apart from the text: they change a thousand times more often.
create table note_counter (
  note_id bigint primary key references note on delete cascade,
  likes int not null default 0 check (likes >= 0),
  collects int not null default 0 check (collects >= 0),
  -- Comments of both levels still to be read; on a first-level comment: its replies.
  comments int not null default 0 check (comments >= 0),
  views bigint not null default 0
) with (fillfactor = 70);

create table note_media (
  note_id bigint not null references note on delete cascade,
  position int not null check (position between 0 and 17),
  media_id bigint not null references media on delete restrict,
  primary key (note_id, position),
  unique (note_id, media_id)
);
create index note_media_media on note_media (media_id);

create table note_like (
  note_id bigint not null references note on delete cascade,
  account_id bigint not null references account on delete cascade,
  at timestamptz not null default now(),
  primary key (note_id, account_id)
);
create index note_like_account on note_like (account_id, at desc, note_id desc);

create table note_revision (
  note_id bigint not null references note on delete cascade,
  at timestamptz not null default now(),
  title text not null,
  text text not null,
  primary key (note_id, at)
);

create table draft (
  id bigint primary key,
  account_id bigint not null references account on delete cascade,
  content jsonb not null,
  version int not null default 1,
  updated_at timestamptz not null default now(),
  check (pg_column_size(content) < 200000)
);
create index draft_account on draft (account_id, updated_at desc);

create table board (
  id bigint primary key,
  owner_id bigint not null references account on delete cascade,
  title text not null,
  -- The one that `collect` without a board fills.
  is_default boolean not null default false,
  is_private boolean not null default false,
  cover_note_id bigint,
  created_at timestamptz not null default now()
);
create index board_owner on board (owner_id, id desc);
create unique index board_default on board (owner_id) where is_default;
create unique index note_pinned on note (root_id) where pinned;

-- A note counts as collected once per person, in however many boards it lies.
create table note_collect (
  note_id bigint not null references note on delete cascade,
  account_id bigint not null references account on delete cascade,
  at timestamptz not null default now(),
  primary key (note_id, account_id)
);
create index note_collect_account on note_collect (account_id, at desc, note_id desc);
create table board_note (
  board_id bigint not null references board on delete cascade,
  note_id bigint not null references note on delete cascade,
  at timestamptz not null default now(),
  primary key (board_id, note_id)
);
create index board_note_at on board_note (board_id, at desc, note_id desc);
create index board_note_note on board_note (note_id);

-- Topics: `key` is what makes two spellings one (lower case, simplified), `name` how it was first written.
create table topic (
  id bigint primary key,
  key text not null unique,
  name text not null,
  created_at timestamptz not null default now()
);
create table topic_counter (
  topic_id bigint primary key references topic on delete cascade,
  notes int not null default 0 check (notes >= 0),
  views bigint not null default 0
) with (fillfactor = 70);
create table note_topic (
  topic_id bigint not null references topic on delete cascade,
  note_id bigint not null references note on delete cascade,
  primary key (topic_id, note_id)
);
create index note_topic_note on note_topic (note_id);
