import { type SyntheticEvent, useEffect, useRef, useState } from 'react'
import type { Still, Variant } from '#server/rooms/media/schema.ts'
import css from './picture.module.css'

/** `srcset` of one type, smallest first. */
export const srcsetOf = (variants: readonly Variant[], type: Variant['type']): string =>
  variants
    .filter((v) => v.type === type)
    .sort((a, b) => a.width - b.width)
    .map((v) => `${v.url} ${v.width}w`)
    .join(', ')

/** The type a page can count on: WebP is there at once, AVIF only after a while. */
export const baseType = (variants: readonly Variant[]): Variant['type'] =>
  variants.some((v) => v.type === 'image/webp') ? 'image/webp' : (variants[0]?.type ?? 'image/webp')

const waitingFor = new WeakMap<Element, () => void>()
let watch: IntersectionObserver | undefined

/** Runs once when the element comes near the window. One watcher serves all pictures: nothing is done for those far below. */
function whenNear(element: Element, run: () => void): () => void {
  watch ??= new IntersectionObserver(
    (entries) => {
      for (const { isIntersecting, target } of entries) {
        if (!isIntersecting) continue
        watch?.unobserve(target)
        waitingFor.get(target)?.()
      }
    },
    { rootMargin: '400px' },
  )
  waitingFor.set(element, run)
  watch.observe(element)
  return () => watch?.unobserve(element)
}

interface PictureProps {
  media: Still
  /** How wide it stands, in the words of the `sizes` attribute. */
  sizes: string
  /** It is what the page is about: asked for first, never faded in. */
  first?: boolean
  /** It stands in the first view: not left until the page has been laid out. */
  soon?: boolean
  /** The whole picture within its box, or the box filled by it. */
  fit?: 'cover' | 'contain'
  className?: string
  /** What it shows, in words; '' where the text beside says the same. */
  alt: string
}

/** A picture with its room kept: first its colour, then its ThumbHash, then itself. Readable without JavaScript. */
export function Picture({ media, sizes, first = false, soon = first, fit = 'cover', className, alt }: PictureProps) {
  const image = useRef<HTMLImageElement>(null)
  const [state, setState] = useState<'drawn' | 'waiting' | 'failed'>('drawn')
  const [blur, setBlur] = useState<string>()

  useEffect(() => {
    const { current } = image
    if (first || !current || current.complete) return
    let here = true
    const forget = whenNear(current, () => {
      if (current.complete) return
      setState('waiting')
      if (!media.thumbhash) return
      const { thumbhash } = media
      import('./thumb.ts').then(
        ({ thumbUrl }) => here && !current.complete && setBlur(thumbUrl(thumbhash)),
        () => {},
      )
    })
    return () => {
      here = false
      forget()
    }
  }, [first, media])

  const type = baseType(media.variants)
  const avif = srcsetOf(media.variants, 'image/avif')
  const plain = srcsetOf(media.variants, type)
  const loaded = () => setState('drawn')
  const failed = (event: SyntheticEvent<HTMLImageElement>) => {
    // AVIF may be announced a moment before it can be served: the plain form is asked for once.
    const source = event.currentTarget.parentElement?.querySelector('source')
    if (source) source.remove()
    else setState('failed')
  }
  return (
    <picture
      className={[css.picture, css[fit], className].filter(Boolean).join(' ')}
      style={{ backgroundColor: media.color ?? undefined, backgroundImage: blur ? `url(${blur})` : undefined }}
    >
      {avif && <source type="image/avif" srcSet={avif} sizes={sizes} />}
      <img
        ref={image}
        src={plain.split(' ')[0] || undefined}
        srcSet={plain}
        sizes={sizes}
        width={media.width}
        height={media.height}
        alt={alt}
        loading={soon ? 'eager' : 'lazy'}
        decoding={first ? 'auto' : 'async'}
        {...(first ? { fetchPriority: 'high' as const } : {})}
        className={`${css.image} ${state === 'drawn' ? '' : css.waiting}`}
        onLoad={loaded}
        onError={failed}
      />
    </picture>
  )
}
