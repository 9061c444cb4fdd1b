import { Picture } from '#web/ui/picture.tsx'
import css from './media-cover.module.css'
import { clockOf, type Shown, stillOf } from './shown.ts'

interface CoverProps {
  media: Shown
  /** How wide it stands, in the words of the `sizes` attribute. */
  sizes: string
  first?: boolean
  soon?: boolean
  className?: string | undefined
  /** Nothing is said of it, and not how long it is. */
  veiled?: boolean
}

/** A medium where it does not play: itself, its poster or a mark, and how long it plays. It fills the box around it, which is `relative`. */
export function MediaCover({ media, veiled = false, ...around }: CoverProps) {
  const still = stillOf(media)
  const alt = veiled ? '' : media.alt
  return (
    <>
      {still ? (
        <Picture media={still} alt={alt} {...around} />
      ) : (
        <span className={css.blank} data-kind={media.kind}>
          <span className="aloud">{alt}</span>
        </span>
      )}
      {media.kind !== 'image' && !veiled && <Length media={media} />}
    </>
  )
}

/** Its mark and its length. */
export const Length = ({ media: { kind, duration } }: { media: Extract<Shown, { duration: number }> }) => (
  <span className={css.length} data-kind={kind}>
    {clockOf(duration)}
  </span>
)
