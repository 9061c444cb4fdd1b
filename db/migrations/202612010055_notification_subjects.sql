-- What a notification is about: a type and an id, so that a new kind of thing needs no column. Which types and kinds there are, the code says.
alter table notification add column subject_type text, add column subject_id bigint;
update notification set subject_type = case when comment_id is null then 'note' else 'comment' end, subject_id = coalesce(comment_id, note_id)
  where coalesce(comment_id, note_id) is not null;
alter table notification add check ((subject_type is null) = (subject_id is null));
alter table notification drop constraint notification_kind_check;
drop index notification_about;
alter table notification drop column note_id, drop column comment_id;
-- What the site itself says, put into the reader's language when it is read; each kind knows its own form.
alter table notification rename column decision to said;
-- To find what is taken back.
create index notification_about on notification (account_id, kind, coalesce(subject_id, 0));
create index notification_subject on notification (subject_type, subject_id) where subject_id is not null;
