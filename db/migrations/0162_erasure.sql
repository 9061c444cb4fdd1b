-- When what was reported lost its words (its author deleted it): evidence for an open case is kept for a stated time after that.
alter table moderation_case add column gone_at timestamptz;
create index moderation_case_subject on moderation_case (subject_type, subject_id);
create index moderation_case_author on moderation_case (author_id) where author_id is not null;
create index decision_by on decision (by_id) where by_id is not null;

-- What was deleted before words went at once.
delete from note_revision where note_id in (select id from note where state = 'deleted');
delete from note_topic where note_id in (select id from note where state = 'deleted');
update note set title = '', text = '', spans = '[]', layer = null, notice = null, removal = null, language = 'und'
where state = 'deleted' and (title <> '' or text <> '' or layer is not null or notice is not null or removal is not null);
delete from search_suggestion where kind = 'topic' and not exists (select 1 from note_topic where topic_id = ref);
delete from topic as t where not exists (select 1 from note_topic where topic_id = t.id);

-- Of people erased before: what they had written to moderators, and what was quoted of them.
update report set detail = '', reporter_id = null where reporter_id in (select id from account where state = 'deleted');
update moderation_case set excerpt = '' where author_id in (select id from account where state = 'deleted');
update decision set words = '—' where words <> '' and case_id in (
  select c.id from moderation_case as c join account as a on a.id = c.author_id where a.state = 'deleted');
