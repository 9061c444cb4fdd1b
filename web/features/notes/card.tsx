import { Trans, useLingui } from '@lingui/react/macro'
import { useQueryClient } from '@tanstack/react-query'
import { memo } from 'react'
import type { Card } from '#server/rooms/notes/schema.ts'
import { useViewer } from '#web/features/accounts/queries.ts'
import { MediaCover } from '#web/features/media/media-cover.tsx'
import { ratioOf } from '#web/features/media/shown.ts'
import { isolated } from '#web/lib/direction.ts'
import { known } from '#web/lib/known.ts'
import { pathTo } from '#web/lib/path.ts'
import { Link } from '#web/lib/router.tsx'
import { Avatar } from '#web/ui/avatar.tsx'
import { byForm } from '#web/ui/by-form.ts'
import { compact } from '#web/ui/count.tsx'
import { EyeOffIcon, HeartFullIcon, HeartIcon, PicturesIcon } from '#web/ui/icons.tsx'
import { withPart } from '#web/ui/later.tsx'
import { NARROW, type Tile, WIDE } from '#web/ui/waterfall/layout.ts'
import { emsOf } from '#web/ui/waterfall/lines.ts'
import css from './card.module.css'
import { cardFields, fieldsRem } from './card-fields.tsx'
import { prefersLayer, useReads } from './reading.ts'

/** What a card without a cover shows, its first words or its title; and the title that stands below, unless it stands there already. */
const faceOf = (card: Card, title: string) => {
  const face = card.cover || card.notice ? '' : card.excerpt || title
  return { face, below: face === title ? '' : title }
}

/** Covers of any shape come between a little wider than tall and a phone held upright. Words take the room they need in the least width. */
const shapeOf = ({ cover }: Card, face: string) => Math.min(1.42, Math.max(0.68, cover ? ratioOf(cover) : emsOf(face, 40) / 34))

const titleOf = (card: Card, reads: readonly string[]) => (prefersLayer(reads, card) && card.layer ? card.layer : card)

const SIZE = 0.8125
const LINE = 1.1875

/** Lines of a title in narrow and in wide columns: kept for it, and no more are shown. Measured for the least width, so it fits all. */
const linesOf = (title: string) => {
  const rem = emsOf(title, 40) * SIZE
  return { narrow: rem > NARROW - 1.25 ? 2 : 1, wide: rem > WIDE - 1.25 ? 2 : 1 }
}

/** Sizes of a card for the waterfall, in rem: they are those of card.module.css. */
export const tileOf =
  (reads: readonly string[]) =>
  (card: Card): Tile => {
    const { face, below } = faceOf(card, titleOf(card, reads).title)
    const lines = linesOf(below)
    const fields = import.meta.env.CARD_FIELDS ? fieldsRem(card) : 0
    return { ratio: shapeOf(card, face), extra: (wide) => (below ? 0.5 + LINE * (wide ? lines.wide : lines.narrow) : 0) + 2.5 + fields }
  }

/**
 * On a phone the smallest rendition is sharp enough at any density: a card is half a screen wide, and a feed has many of them. The
 * width is said smaller than it is, so that the browser agrees.
 */
const sizes = '(min-width: 1760px) 16vw, (min-width: 1024px) 21vw, (min-width: 760px) 24vw, (min-width: 552px) 33vw, 29vw'

/** Opening a note from a card: above the page on a desk, as a page of its own on a phone. */
const opensAbove = () => matchMedia('(min-width: 1024px)').matches

/** One tile: cover, title, who, likes. Nothing else. */
export const NoteCard = memo(function NoteCard({ card, index }: { card: Card; index: number }) {
  const { t, i18n } = useLingui()
  const client = useQueryClient()
  const viewer = useViewer()
  const reads = useReads()
  const shown = titleOf(card, reads)
  const { face, below } = faceOf(card, shown.title)
  const lines = linesOf(below)
  const on = card.mine.liked
  const likes = compact(i18n.locale, card.counts.likes)
  const more = card.pictures - 1
  const href = pathTo.note(card.id)
  return (
    <article className={css.card} data-card={card.id}>
      <div className={css.cover} style={{ aspectRatio: 1 / shapeOf(card, face) }} data-cover={card.id}>
        {card.cover ? (
          <MediaCover
            media={card.cover}
            sizes={sizes}
            first={index < 2}
            soon={index < 4}
            className={card.notice ? css.veiled : css.picture}
            veiled={card.notice !== null}
          />
        ) : (
          // Where the words are the note's only name, the link says them.
          <span className={css.words} dir="auto" lang={known(card.language)} aria-hidden={!below}>
            {face}
          </span>
        )}
        {card.notice && (
          <span className={css.notice} dir="auto">
            <EyeOffIcon size={22} />
            {card.notice}
          </span>
        )}
        {more > 0 && !card.notice && (
          <span className={css.several}>
            <PicturesIcon size={16} />
            <span className="aloud">
              <Trans>and {more} more</Trans>
            </span>
          </span>
        )}
      </div>
      <Link
        href={href}
        className={css.open}
        data-open
        aria-label={below ? undefined : face || t`Note by ${isolated(card.author.displayName)}`}
        overIf={opensAbove}
      >
        {below && (
          <span
            dir="auto"
            lang={known(shown.language)}
            className={`${css.title} ${lines.wide > 1 ? css.two : lines.narrow > 1 ? css.mixed : ''}`}
          >
            {below}
          </span>
        )}
      </Link>
      {import.meta.env.CARD_FIELDS && cardFields(card)}
      <div className={css.meta}>
        <Link href={pathTo.account(card.author.handle)} className={css.author}>
          <Avatar account={card.author} size={20} />
          <span dir="auto">{card.author.displayName}</span>
        </Link>
        <button
          {...byForm(on ? 'unlike' : 'like', card.id, () =>
            withPart(import('./like.ts'), ({ like }) => like(client, card.id, !on, viewer !== null)),
          )}
          type="submit"
          className={`${css.like} ${on ? css.liked : ''}`}
          aria-pressed={on}
          aria-label={t`Like, ${likes}`}
          data-key="l"
        >
          {on ? <HeartFullIcon size={16} /> : <HeartIcon size={16} />}
          <span>{likes}</span>
        </button>
      </div>
    </article>
  )
})
