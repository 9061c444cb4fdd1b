import { useLingui } from '@lingui/react/macro'
import type { AudioMedia, Media, VideoMedia } from '#server/rooms/media/schema.ts'
import { Picture } from '#web/ui/picture.tsx'
import { MediaCover } from './media-cover.tsx'
import css from './media-view.module.css'
import { stillUrl } from './still-url.ts'

interface ViewProps {
  media: Media
  /** How wide it stands, in the words of the `sizes` attribute. */
  sizes: string
  /** It is what the page is about. */
  first?: boolean
  className?: string
  /** Out of sight behind a notice: nothing can be played, nothing is said of it. */
  veiled?: boolean
}

/** A medium as itself: a picture whole, a video and a sound to be played. It fills the box around it, which is `relative`. */
export function MediaView({ media, veiled = false, first = false, ...around }: ViewProps) {
  switch (media.kind) {
    case 'image':
      return <Picture media={media} fit="contain" first={first} alt={veiled ? '' : media.alt} {...around} />
    case 'video':
      // What a card told of it has no files yet.
      return veiled || media.variants.length === 0 ? <MediaCover media={media} veiled={veiled} {...around} /> : <Video media={media} />
    case 'audio':
      return veiled || media.variants.length === 0 ? <MediaCover media={media} veiled={veiled} {...around} /> : <Sound media={media} />
    default:
      return media satisfies never
  }
}

function Video({ media }: { media: VideoMedia }) {
  const { t } = useLingui()
  return (
    // biome-ignore lint/a11y/useMediaCaption: captions come with the uploads of videos; those there are carry none.
    <video
      className={css.video}
      controls
      playsInline
      preload={media.poster ? 'none' : 'metadata'}
      poster={stillUrl(media, 1080) ?? undefined}
      width={media.width}
      height={media.height}
      aria-label={media.alt || t`Video`}
    >
      {media.variants.map(({ url, type }) => (
        <source key={url} src={url} type={type} />
      ))}
    </video>
  )
}

/** A sound as ink on paper. */
const Wave = () => (
  <svg className={css.wave} viewBox="0 0 124 48" aria-hidden="true">
    <path d="M4 21v6M14 17v14M24 9v30M34 15v18M44 4v40M54 12v24M64 18v12M74 7v34M84 14v20M94 19v10M104 12v24M114 20v8" />
  </svg>
)

function Sound({ media }: { media: AudioMedia }) {
  const { t } = useLingui()
  return (
    <div className={css.sound}>
      <Wave />
      {media.alt && <p dir="auto">{media.alt}</p>}
      {/* biome-ignore lint/a11y/useMediaCaption: what it says stands above it, in words. */}
      <audio controls preload="metadata" aria-label={media.alt || t`Sound`}>
        {media.variants.map(({ url, type }) => (
          <source key={url} src={url} type={type} />
        ))}
      </audio>
    </div>
  )
}
