create table media (
  id bigint primary key,
  account_id bigint not null references account on delete cascade,
  kind text not null default 'image' check (kind in ('image', 'video')),
  state text not null default 'ready' check (state in ('processing', 'ready', 'failed')),
  -- Storage key of the upright master without any metadata.
  master text not null,
  master_width int not null check (master_width > 0),
  master_height int not null check (master_height > 0),
  crop jsonb,
  width int not null check (width > 0),
  height int not null check (height > 0),
  thumbhash text,
  color text,
  alt text not null default '',
  text_card text,
  variants jsonb not null default '[]',
  -- Set once something shows it; what nobody ever attached is swept.
  attached_at timestamptz,
  created_at timestamptz not null default now()
);
create index media_account on media (account_id, id desc);
create index media_loose on media (created_at) where attached_at is null;
