-- An avatar or banner is a picture of one's own; when it goes, so does the reference.
alter table media add constraint media_owner unique (id, account_id);
alter table account
  add constraint account_avatar_own foreign key (avatar_id, id) references media (id, account_id) on delete set null (avatar_id),
  add constraint account_banner_own foreign key (banner_id, id) references media (id, account_id) on delete set null (banner_id);
create index account_avatar on account (avatar_id) where avatar_id is not null;
create index account_banner on account (banner_id) where banner_id is not null;

-- The address goes with the picture, also when the picture is deleted.
create function account_picture_gone() returns trigger language plpgsql as $$
begin
  if new.avatar_id is null and old.avatar_id is not null then new.avatar_url := null; end if;
  if new.banner_id is null and old.banner_id is not null then new.banner_url := null; end if;
  return new;
end $$;
create trigger account_picture_gone before update of avatar_id, banner_id on account for each row execute function account_picture_gone();
