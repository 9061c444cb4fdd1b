-- A key remembers what it made, never what was answered: answers held tokens, secrets and private words. What was kept before is gone with its pages.
truncate idempotency;
alter table idempotency drop column status, drop column body, add column made text;
