import { Trans, useLingui } from '@lingui/react/macro'
import { useEffect, useRef, useState } from 'react'
import type { Media } from '#server/rooms/media/schema.ts'
import { own } from '#web/lib/own.ts'
import { Button, IconButton } from '#web/ui/button.tsx'
import { BackIcon, ChevronIcon, EyeOffIcon } from '#web/ui/icons.tsx'
import { Picture } from '#web/ui/picture.tsx'
import css from './gallery.module.css'

/** How tall the stage is by its width, on a phone: that of the first picture, within reason. */
const stageRatio = (media: readonly Media[]) => {
  const [first] = media
  return first ? Math.min(1.34, Math.max(0.6, first.height / first.width)) : 1
}

/** The pictures of a note: swiped, scrolled, or turned with arrow keys and buttons; dots say which one it is. */
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
  const turn = (by: number) => {
    const to = Math.min(media.length - 1, Math.max(0, at + by))
    strip.current?.children[to]?.scrollIntoView({ behavior: 'smooth', block: 'nearest', inline: 'start' })
  }
  const several = media.length > 1
  return (
    <section
      className={css.gallery}
      style={{ '--ratio': 1 / stageRatio(media) } as React.CSSProperties}
      aria-label={t`Pictures`}
      aria-roledescription={several ? t`carousel` : undefined}
    >
      <ul
        ref={strip}
        data-pictures
        className={css.strip}
        tabIndex={several ? 0 : undefined}
        aria-label={several ? t`Pictures, turn with the arrow keys` : undefined}
        onKeyDown={(event) => {
          const by = own({ ArrowRight: 1, ArrowLeft: -1 }, event.key)
          if (!by) return
          event.preventDefault()
          turn(by)
        }}
      >
        {media.map((item, index) => (
          <li key={item.id} className={css.slide}>
            <Picture
              media={item}
              sizes="(min-width: 1024px) 640px, 100vw"
              first={index === 0}
              fit="contain"
              className={`${css.picture} ${hidden ? css.veiled : ''}`}
              {...(hidden ? { alt: '' } : {})}
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
            <IconButton label={t`Previous picture`} onPicture disabled={at === 0} onClick={() => turn(-1)}>
              <BackIcon />
            </IconButton>
            <IconButton label={t`Next picture`} onPicture disabled={at === media.length - 1} onClick={() => turn(1)}>
              <ChevronIcon />
            </IconButton>
          </div>
          <p className={css.dots} role="status" aria-label={t`Picture ${at + 1} of ${media.length}`}>
            {media.map((item, index) => (
              <span key={item.id} data-on={index === at || undefined} />
            ))}
          </p>
        </>
      )}
    </section>
  )
}
