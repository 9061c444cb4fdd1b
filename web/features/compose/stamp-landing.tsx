import { Trans } from '@lingui/react/macro'
import { useEffect, useRef } from 'react'
import type { Note } from '#server/rooms/notes/schema.ts'
import { MediaCover } from '#web/features/media/media-cover.tsx'
import { ratioOf } from '#web/features/media/shown.ts'
import { cutText } from '#web/lib/cut.ts'
import { Seal } from '#web/ui/seal.tsx'
import css from './stamp-landing.module.css'

const STAY_MS = 1150
const CALM_MS = 700

/** The note lies there, the seal comes down on it: published. Then one is with the note. */
export function StampLanding(props: { note: Note; scheduled: boolean; edited: boolean; onLanded: () => void }) {
  const { note, scheduled, edited, onLanded } = props
  const landed = useRef(onLanded)
  landed.current = onLanded
  useEffect(() => {
    const calm = matchMedia('(prefers-reduced-motion: reduce)').matches
    const timer = setTimeout(() => landed.current(), calm || edited ? CALM_MS : STAY_MS)
    return () => clearTimeout(timer)
  }, [edited])
  const [cover] = note.media
  return (
    <div className={css.ground} role="status">
      <div className={css.note}>
        {cover && (
          <div className={css.cover} style={{ aspectRatio: 1 / Math.min(1.38, ratioOf(cover)) }}>
            <MediaCover media={cover} sizes="216px" first className={css.picture} />
          </div>
        )}
        {!cover && !note.title && <p dir="auto">{cutText(note.text, 120, '…')}</p>}
        {note.title && <p dir="auto">{note.title}</p>}
        <span className={css.seal}>
          <Seal size={84} />
        </span>
      </div>
      <p className={css.words}>
        {edited ? <Trans>Your changes are saved</Trans> : scheduled ? <Trans>On the clock</Trans> : <Trans>Published</Trans>}
      </p>
    </div>
  )
}
