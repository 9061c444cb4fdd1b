-- Feeds that somebody reads on in: what page 3 and later ones go on from, in every process and after a restart. Ids only, for twenty minutes.
-- Unlogged: after a crash of the engine a feed is made again as of its moment, which is nearly the same, and costs nobody anything meanwhile.
create unlogged table feed_session (
  name text primary key,
  -- An account's id, or the language of somebody signed out.
  owner text not null,
  note_ids bigint[] not null,
  -- One for each note: see server/rooms/feed/session-store.ts.
  whys smallint[] not null,
  topic_ids bigint[] not null,
  -- Milliseconds since 1970.
  made_at bigint not null,
  newest bigint not null,
  until timestamptz not null
);
create index feed_session_until on feed_session (until);
