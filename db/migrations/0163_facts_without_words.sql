-- What waits to be delivered, and what could not be, names things by their ids: words are read where they stand, and go with whoever wrote them.
update outbox set facts = facts - 'words' - 'name' where name in ('account.suspended', 'account.secured', 'trust.decided');
update delivery set facts = facts - 'words' - 'name' where name in ('account.suspended', 'account.secured', 'trust.decided');
update outbox set facts = jsonb_set(facts, '{topics}', (select coalesce(jsonb_agg(t - 'key'), '[]') from jsonb_array_elements(facts->'topics') as t))
where name in ('note.published', 'note.edited') and jsonb_typeof(facts->'topics') = 'array';
update delivery set facts = jsonb_set(facts, '{topics}', (select coalesce(jsonb_agg(t - 'key'), '[]') from jsonb_array_elements(facts->'topics') as t))
where name in ('note.published', 'note.edited') and jsonb_typeof(facts->'topics') = 'array';
