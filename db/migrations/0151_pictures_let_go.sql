-- Whether anything shows a picture or will: a note or comment, a draft of its owner's, an avatar or banner. Who lets pictures go, and who
-- sweeps them, asks here, so that one place lets nothing go that another one shows.
create function media_shown(media_id bigint, owner_id bigint) returns boolean language sql stable as $$
  select exists (select 1 from note_media as x where x.media_id = $1)
    or exists (select 1 from account as a where a.id = $2 and (a.avatar_id = $1 or a.banner_id = $1))
    or exists (select 1 from draft as d where d.account_id = $2 and d.content->'media' ? $1::text)
$$;

-- An avatar or banner that was replaced is let go with the same statement, whoever replaced it.
create function account_picture_replaced() returns trigger language plpgsql as $$
begin
  update media set attached_at = null, released_at = now()
  where id in (old.avatar_id, old.banner_id) and id is distinct from new.avatar_id and id is distinct from new.banner_id
    and attached_at is not null and not media_shown(id, account_id);
  return null;
end $$;
create trigger account_picture_replaced after update of avatar_id, banner_id on account for each row
  when (old.avatar_id is distinct from new.avatar_id or old.banner_id is distinct from new.banner_id)
  execute function account_picture_replaced();

-- Those of the time before.
update media set attached_at = null, released_at = now() where attached_at is not null and not media_shown(id, account_id);
