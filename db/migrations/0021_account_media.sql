-- An avatar or banner is a picture of one's own; when it goes, so does the reference.
alter table media add constraint media_owner unique (id, account_id);
alter table account
  add constraint account_avatar_own foreign key (avatar_id, id) references media (id, account_id) on delete set null (avatar_id),
  add constraint account_banner_own foreign key (banner_id, id) references media (id, account_id) on delete set null (banner_id);
create index account_avatar on account (avatar_id) where avatar_id is not null;
create index account_banner on account (banner_id) where banner_id is not null;
