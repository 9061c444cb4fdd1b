import { Trans, useLingui } from '@lingui/react/macro'
import { useEffect, useRef, useState } from 'react'
import type { Media } from '#server/rooms/media/schema.ts'
import { MediaView } from '#web/features/media/media-view.tsx'
import { ratioOf } from '#web/features/media/shown.ts'
import { own } from '#web/lib/own.ts'
import { Button, IconButton } from '#web/ui/button.tsx'
import { BackIcon, ChevronIcon, EyeOffIcon } from '#web/ui/icons.tsx'
import css from './gallery.module.css'

/** How tall the stage is by its width, on a phone: that of the first, within reason. */
const stageRatio = (media: readonly Media[]) => {
  const [first] = media
  return first ? Math.min(1.34, Math.max(0.6, ratioOf(first))) : 1
}

/** What plays, within an element. */
const players = (element: Element) => [...element.querySelectorAll<HTMLMediaElement>('video, audio')]

/** The media of a note: swiped, scrolled, or turned with arrow keys and buttons; dots say which one it is. What is turned away stops playing. */
export function Gallery({ media, notice }: { media: readonly Media[]; notice: string | null }) {
  const { t } = useLingui()
  const strip = useRef<HTMLUListElement>(null)
  const [at, setAt] = useState(0)
  const [hidden, setHidden] = useState(notice !== null)

  useEffect(() => {
    const list = strip.current
    if (!list) return
    const follow = () => setAt(Math.round(Math.abs(list.scrollLeft) / Math.max(1, list.clientWidth)))
    list.addEventListener('scroll', follow, { passive: true })
    return () => list.removeEventListener('scroll', follow)
  }, [])
  useEffect(() => {
    for (const [index, slide] of [...(strip.current?.children ?? [])].entries())
      if (index !== at) for (const player of players(slide)) player.pause()
  }, [at])
  const turn = (by: number) => {
    const to = Math.min(media.length - 1, Math.max(0, at + by))
    strip.current?.children[to]?.scrollIntoView({ behavior: 'smooth', block: 'nearest', inline: 'start' })
  }
  const several = media.length > 1
  const isPictures = media.every((one) => one.kind === 'image')
  const [place, count] = [at + 1, media.length]
  return (
    <section
      className={css.gallery}
      style={{ '--ratio': 1 / stageRatio(media) } as React.CSSProperties}
      aria-label={isPictures ? t`Pictures` : t`Pictures and sounds`}
      aria-roledescription={several ? t`carousel` : undefined}
    >
      <ul
        ref={strip}
        data-pictures
        className={css.strip}
        tabIndex={several ? 0 : undefined}
        aria-label={
          several ? (isPictures ? t`Pictures, turn with the arrow keys` : t`Pictures and sounds, turn with the arrow keys`) : undefined
        }
        onKeyDown={(event) => {
          const by = own({ ArrowRight: 1, ArrowLeft: -1 }, event.key)
          // Within what plays, the arrows are its own.
          if (!by || event.target instanceof HTMLMediaElement) return
          event.preventDefault()
          turn(by)
        }}
      >
        {media.map((item, index) => (
          <li key={item.id} className={css.slide}>
            <MediaView
              media={item}
              sizes="(min-width: 1024px) 640px, 100vw"
              first={index === 0}
              className={`${css.picture} ${hidden ? css.veiled : ''}`}
              veiled={hidden}
            />
          </li>
        ))}
      </ul>
      {hidden && (
        <div className={css.notice}>
          <EyeOffIcon size={28} />
          <p>
            <strong dir="auto">{notice}</strong>
          </p>
          <Button onClick={() => setHidden(false)}>
            <Trans>Show it</Trans>
          </Button>
        </div>
      )}
      {several && (
        <>
          <div className={css.turn}>
            <IconButton label={isPictures ? t`Previous picture` : t`The one before`} onPicture disabled={at === 0} onClick={() => turn(-1)}>
              <BackIcon />
            </IconButton>
            <IconButton
              label={isPictures ? t`Next picture` : t`The next one`}
              onPicture
              disabled={at === media.length - 1}
              onClick={() => turn(1)}
            >
              <ChevronIcon />
            </IconButton>
          </div>
          <p className={css.dots} role="status" aria-label={isPictures ? t`Picture ${place} of ${count}` : t`${place} of ${count}`}>
            {media.map((item, index) => (
              <span key={item.id} data-on={index === at || undefined} />
            ))}
          </p>
        </>
      )}
    </section>
  )
}
