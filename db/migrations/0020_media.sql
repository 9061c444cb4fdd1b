create table media (
  id bigint primary key,
  account_id bigint not null references account on delete cascade,
  kind text not null default 'image' check (kind in ('image', 'video')),
  state text not null default 'ready' check (state in ('processing', 'ready', 'failed')),
  -- Storage key of the upright, uncropped master without any metadata. It is never shown to others.
  master text not null,
  master_width int not null check (master_width > 0),
  master_height int not null check (master_height > 0),
  crop jsonb,
  -- A moving picture: its master and WebP renditions have many frames.
  animated boolean not null default false,
  -- Counts up when the renditions are made anew, so that a late job does not add those of an older crop.
  revision int not null default 0,
  width int not null check (width > 0),
  height int not null check (height > 0),
  thumbhash text,
  color text,
  alt text not null default '',
  text_card text,
  -- What is served: [{key, type, width, height}].
  variants jsonb not null default '[]',
  -- Set while something shows it; what nobody shows is swept some days after it was made or let go.
  attached_at timestamptz,
  released_at timestamptz,
  created_at timestamptz not null default now()
);
create index media_account on media (account_id, id desc);
create index media_loose on media (coalesce(released_at, created_at)) where attached_at is null;
