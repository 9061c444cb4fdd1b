-- In which way a text card was drawn (media.redraw looks once at each that is of an earlier way). 0: by a release before this column.
alter table media add column card_drawing smallint not null default 0;
create index media_old_card on media (id) where text_card is not null and card_drawing < 1;
