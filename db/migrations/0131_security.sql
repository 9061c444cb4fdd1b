-- What a session has shown beyond being open: when its holder last gave password, code or passkey, and with which passkey.
alter table session add column proven_at timestamptz;
alter table session add column proven_key bigint;

-- Made while this database was a demo: counts for nothing once it is not one. `is_demo` says besides that it is one of the demo's own people.
alter table account_secret add column on_demo boolean not null default false;
update account_secret set on_demo = true where is_demo or exists (select 1 from setting where name = 'demo');

-- Every change of how one gets into an account, for its owner to read. Written in the transaction of the change.
create table security_event (
  id bigint primary key,
  account_id bigint not null references account on delete cascade,
  kind text not null check (kind ~ '^[a-z-]{1,40}$'),
  -- What was changed, where it has a name: a passkey's, a role.
  name text not null default '',
  -- Of the session that did it, `Firefox|Android`.
  device text not null default '',
  at timestamptz not null
);
create index security_event_account on security_event (account_id, id desc);
create index security_event_at on security_event (at);

-- `security`: what the site says itself, as a decision is.
alter table notification drop constraint notification_kind_check;
alter table notification add constraint notification_kind_check
  check (kind in ('like', 'collect', 'comment', 'reply', 'mention', 'follow', 'follow-request', 'follow-accepted', 'decision', 'security'));
