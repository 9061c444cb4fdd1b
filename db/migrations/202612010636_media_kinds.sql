-- A medium is a picture, a video or a sound, and has what its kind has. `width` and `height` are those of what is shown; a video's `thumbhash` and
-- `color` are of its poster, whose files stand among `variants`, so that whoever keeps, serves or removes files need not know of kinds.
alter table media
  add column duration_ms int check (duration_ms >= 0),
  alter column master drop not null,
  alter column master_width drop not null,
  alter column master_height drop not null,
  alter column width drop not null,
  alter column height drop not null,
  drop constraint media_kind_check,
  add constraint media_kind_check check (kind in ('image', 'video', 'audio')),
  add constraint media_facts check (case kind
    when 'image' then duration_ms is null
      and num_nulls(master, master_width, master_height, width, height) = 0
    when 'video' then num_nulls(width, height, duration_ms) = 0
      and not animated and num_nonnulls(crop, text_card) = 0
    when 'audio' then duration_ms is not null
      and not animated and num_nonnulls(width, height, thumbhash, color, crop, text_card) = 0
  end);
