import type { ReactNode } from 'react'
import type { Span } from '#server/rooms/language/schema.ts'
import { known } from '#web/lib/known.ts'
import { pathTo } from '#web/lib/path.ts'
import { Link } from '#web/lib/router.tsx'
import css from './rich-text.module.css'

/** Plain text with its marked parts as links; line breaks are kept. `language` is the text's own, so that the right glyphs are chosen. */
export function RichText(props: { text: string; spans: readonly Span[]; language?: string; className?: string }) {
  const parts: ReactNode[] = []
  let at = 0
  for (const span of props.spans) {
    if (span.start < at || span.end > props.text.length) continue
    if (span.start > at) parts.push(props.text.slice(at, span.start))
    const words = props.text.slice(span.start, span.end)
    parts.push(
      span.type === 'link' ? (
        <a key={span.start} href={span.url} className={css.link} rel="nofollow ugc noopener noreferrer" target="_blank">
          {words}
        </a>
      ) : (
        <Link key={span.start} href={span.type === 'topic' ? pathTo.topic(span.topic) : pathTo.account(span.handle)} className={css.link}>
          {words}
        </Link>
      ),
    )
    at = span.end
  }
  parts.push(props.text.slice(at))
  return (
    <div dir="auto" lang={known(props.language)} className={[css.text, props.className].filter(Boolean).join(' ')}>
      {parts}
    </div>
  )
}
