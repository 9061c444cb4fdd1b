-- How warm each public note is (see server/rooms/feed/steps/warmth.ts): response in doublings plus time of publication in half-days.
-- The order by it changes with responses only, never by time passing, so an index gives the warmest notes at any moment.
create table feed_note (
  note_id bigint primary key references note on delete cascade,
  warmth float8 not null
);
create index feed_note_warmth on feed_note (warmth desc);

-- What Following reads: the newest of each followed person, from the index alone.
create index note_followed on note (author_id, id desc) where root_id is null and state = 'published' and visibility <> 'private';
