-- What happened to someone. Likes, collects and follows of one subject and day are one row (group_key); its actors stand beside it.
create table notification (
  id bigint primary key,
  -- Place in the inbox: a newer one each time something joins. What the API calls the notification's id.
  position bigint not null unique,
  account_id bigint not null references account on delete cascade,
  kind text not null
    check (kind in ('like', 'collect', 'comment', 'reply', 'mention', 'follow', 'follow-request', 'follow-accepted', 'decision')),
  group_key text not null,
  note_id bigint references note on delete cascade,
  comment_id bigint references note on delete cascade,
  -- {action, reason, words, type}: said in the reader's language when it is read.
  decision jsonb,
  -- Number of actors, kept by the triggers below.
  count int not null default 0 check (count >= 0),
  at timestamptz not null default now(),
  unique (account_id, group_key)
) with (fillfactor = 80);
create index notification_inbox on notification (account_id, position desc);
-- To find what is taken back.
create index notification_about on notification (account_id, kind, coalesce(comment_id, note_id, 0));
create index notification_note on notification (note_id) where note_id is not null;
create index notification_comment on notification (comment_id) where comment_id is not null;

-- No reference to account: checked where it is written and where it is shown, and a like must stay cheap.
create table notification_actor (
  notification_id bigint not null references notification on delete cascade,
  actor_id bigint not null,
  position bigint not null,
  primary key (notification_id, actor_id)
);
create index notification_actor_latest on notification_actor (notification_id, position desc);

-- Up to where a person has read.
create table inbox (
  account_id bigint primary key references account on delete cascade,
  read_up_to bigint not null default 0
);

create function notification_actor_joined() returns trigger language plpgsql as $$
begin
  update notification as n set count = n.count + j.k
  from (select notification_id, count(*)::int as k from joined group by notification_id) as j where n.id = j.notification_id;
  return null;
end $$;
create trigger notification_actor_joined after insert on notification_actor referencing new table as joined
  for each statement execute function notification_actor_joined();

-- What nobody stands behind any more did not happen.
create function notification_actor_left() returns trigger language plpgsql as $$
begin
  perform 1 from notification where id in (select notification_id from gone) order by account_id, group_key for update;
  update notification as n set count = n.count - g.k
  from (select notification_id, count(*)::int as k from gone group by notification_id) as g where n.id = g.notification_id;
  delete from notification where id in (select notification_id from gone) and count = 0;
  return null;
end $$;
create trigger notification_actor_left after delete on notification_actor referencing old table as gone
  for each statement execute function notification_actor_left();
