-- What search keeps of each public note, in its own spelling (folded, without punctuation). Filled by events, can be made anew at any time.
create table search_note (
  note_id bigint primary key references note on delete cascade,
  author_id bigint not null,
  language text not null,
  title text not null,
  -- Topic keys, for readers who muted some.
  topics text[] not null default '{}',
  -- Title, topics and text of all language layers: longer runs of characters and quoted words are looked for here.
  body text not null,
  -- One position a field, for its weight only: A title, B topics, D text.
  tsv tsvector not null
);
-- No list of pending entries: a search must not read what nobody has sorted in yet.
create index search_note_tsv on search_note using gin (tsv) with (fastupdate = off);

create table search_account (
  account_id bigint primary key references account on delete cascade,
  handle text collate "C" not null,
  tsv tsvector not null
);
create index search_account_tsv on search_account using gin (tsv) with (fastupdate = off);
create index search_account_handle on search_account (handle);

create table search_topic (
  topic_id bigint primary key references topic on delete cascade,
  key text collate "C" not null,
  tsv tsvector not null
);
create index search_topic_tsv on search_topic using gin (tsv) with (fastupdate = off);
create index search_topic_key on search_topic (key);

-- What can be suggested while someone types, by each beginning it may be found under.
create table search_suggestion (
  kind text not null check (kind in ('topic', 'account', 'words')),
  -- Topic or account; 0 for words.
  ref bigint not null,
  key text collate "C" not null check (key <> ''),
  -- Notes of the topic, followers, titles with the words.
  weight int not null default 0,
  primary key (kind, ref, key)
);
-- One to three letters have thousands of candidates: the best ones stand first in an index of their own. More letters have few.
create index search_suggestion_1 on search_suggestion (kind, left(key, 1) collate "C", weight desc);
create index search_suggestion_2 on search_suggestion (kind, left(key, 2) collate "C", weight desc);
create index search_suggestion_3 on search_suggestion (kind, left(key, 3) collate "C", weight desc);
create index search_suggestion_key on search_suggestion (kind, key);
