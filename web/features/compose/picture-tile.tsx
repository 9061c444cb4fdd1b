import { Trans, useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import { own } from '#web/lib/own.ts'
import { Button, IconButton } from '#web/ui/button.tsx'
import { CloseIcon, WarnIcon } from '#web/ui/icons.tsx'
import { PictureIcon } from '#web/ui/icons-more.tsx'
import css from './picture-tile.module.css'
import type { Picture } from './writing.ts'

/** The smallest rendition that looks sharp on a tile. */
export const addressOf = ({ media, preview }: Picture): string | null =>
  media ? ([...media.variants].sort((a, b) => a.width - b.width).find((v) => v.width >= 300)?.url ?? media.url) : preview

interface TileProps {
  picture: Picture
  index: number
  count: number
  dragged: boolean
  /** The device's own picture no longer shows what will be seen. */
  cropped: boolean
  onOpen: () => void
  onMove: (to: number) => void
  onAgain: () => void
  onRemove: () => void
}

/** One picture: itself as soon as the browser can draw it, how far it is, what went wrong. */
export function PictureTile({ picture, index, count, dragged, cropped, onOpen, onMove, onAgain, onRemove }: TileProps) {
  const { t } = useLingui()
  const [undrawn, setUndrawn] = useState(false)
  const { state, trouble, media } = picture
  // The device's own picture stays while it tells the truth: no flicker when the server's arrives.
  const address = picture.preview && !undrawn && !(media && cropped) ? picture.preview : addressOf({ ...picture, preview: null })
  const place = t`Picture ${index + 1} of ${count}`
  const name = [place, index === 0 && t`cover`, media?.alt || picture.name].filter(Boolean).join(', ')
  const percent = Math.round(picture.share * 100)
  const busy = state === 'waiting' || state === 'sending' || state === 'reading'
  return (
    <li className={`${css.tile} ${dragged ? css.dragged : ''} ${index === 0 ? css.first : ''}`} data-picture={picture.key}>
      <button
        type="button"
        className={css.open}
        aria-label={name}
        aria-describedby="picture-keys"
        onClick={() => media && onOpen()}
        onKeyDown={(event) => {
          const by = own({ ArrowLeft: -1, ArrowRight: 1 }, event.key)
          if (!event.shiftKey || !by) return
          event.preventDefault()
          const button = event.currentTarget
          onMove(index + by)
          // Moved in the list, it loses the focus in some browsers.
          requestAnimationFrame(() => button.focus())
        }}
      >
        {address ? (
          <img src={address} alt="" draggable={false} onError={() => setUndrawn(true)} />
        ) : (
          <span className={css.blank}>
            <PictureIcon size={28} />
            <span className={css.name} dir="auto">
              {picture.name}
            </span>
          </span>
        )}
      </button>
      {index === 0 && (
        <span className={css.cover} aria-hidden="true">
          <Trans>Cover</Trans>
        </span>
      )}
      {busy && (
        <span
          className={css.progress}
          role="progressbar"
          aria-label={t`Sending ${place}`}
          aria-valuemin={0}
          aria-valuemax={100}
          aria-valuenow={percent}
        >
          <span className={css.bar}>
            <span className={css.fill} style={{ width: `${percent}%` }} />
          </span>
          <span className={css.figure}>{state === 'reading' ? <Trans>Preparing …</Trans> : `${percent}%`}</span>
        </span>
      )}
      {state === 'failed' && (
        <div className={css.failed} role="alert" title={trouble?.detail}>
          <WarnIcon size={20} />
          <strong>{trouble?.title || <Trans>No connection</Trans>}</strong>
          {trouble?.detail && <span className={css.detail}>{trouble.detail}</span>}
          {trouble?.again && (
            <Button small onClick={onAgain}>
              <Trans>Try again</Trans>
            </Button>
          )}
        </div>
      )}
      {media && !media.alt && (
        <span className={css.wordless} aria-hidden="true">
          <Trans>+ words</Trans>
        </span>
      )}
      <IconButton label={t`Remove picture ${index + 1}`} className={css.remove ?? ''} onClick={onRemove}>
        <span>
          <CloseIcon size={16} />
        </span>
      </IconButton>
    </li>
  )
}
