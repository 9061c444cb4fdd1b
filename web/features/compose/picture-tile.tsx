import { Trans, useLingui } from '@lingui/react/macro'
import { type ReactNode, useState } from 'react'
import { Length } from '#web/features/media/media-cover.tsx'
import { stillUrl } from '#web/features/media/still-url.ts'
import { own } from '#web/lib/own.ts'
import { Button, IconButton } from '#web/ui/button.tsx'
import { CloseIcon, WarnIcon } from '#web/ui/icons.tsx'
import { PictureIcon, PlayIcon, SoundIcon } from '#web/ui/icons-more.tsx'
import css from './picture-tile.module.css'
import type { Attachment } from './writing.ts'

/** What looks sharp on a tile; null: nothing of it can be drawn. */
const addressOf = ({ media, preview }: Attachment): string | null => (media ? stillUrl(media, 300) : preview)

/** What stands where nothing can be drawn. */
const markOf: Record<Attachment['kind'], ReactNode> = {
  image: <PictureIcon size={28} />,
  video: <PlayIcon size={28} />,
  audio: <SoundIcon size={28} />,
}

interface TileProps {
  picture: Attachment
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

/** One picture, video or sound: itself as soon as the browser can draw it, how far it is, what went wrong. */
export function PictureTile({ picture, index, count, dragged, cropped, onOpen, onMove, onAgain, onRemove }: TileProps) {
  const { t } = useLingui()
  const [undrawn, setUndrawn] = useState(false)
  const { state, trouble, media, kind } = picture
  // The device's own picture stays while it tells the truth: no flicker when the server's arrives.
  const address = picture.preview && !undrawn && !(media && cropped) ? picture.preview : addressOf({ ...picture, preview: null })
  const at = index + 1
  const place = kind === 'image' ? t`Picture ${at} of ${count}` : kind === 'video' ? t`Video ${at} of ${count}` : t`Sound ${at} of ${count}`
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
            {markOf[kind]}
            <span className={css.name} dir="auto">
              {picture.name}
            </span>
          </span>
        )}
      </button>
      {media && media.kind !== 'image' && <Length media={media} />}
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
      <IconButton
        label={kind === 'image' ? t`Remove picture ${at}` : kind === 'video' ? t`Remove video ${at}` : t`Remove sound ${at}`}
        className={css.remove ?? ''}
        onClick={onRemove}
      >
        <span>
          <CloseIcon size={16} />
        </span>
      </IconButton>
    </li>
  )
}
