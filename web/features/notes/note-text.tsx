import { Select, Trans, useLingui } from '@lingui/react/macro'
import { Suspense, useState } from 'react'
import type { Note } from '#server/rooms/notes/schema.ts'
import { isolated } from '#web/lib/direction.ts'
import { known } from '#web/lib/known.ts'
import { pathTo } from '#web/lib/path.ts'
import { Link } from '#web/lib/router.tsx'
import { compact } from '#web/ui/count.tsx'
import { formOf } from '#web/ui/form-of.ts'
import { LockIcon, SparkIcon } from '#web/ui/icons-more.tsx'
import { languageName } from '#web/ui/language-name.ts'
import { later } from '#web/ui/later.tsx'
import { RichText } from '#web/ui/rich-text.tsx'
import { Skeleton } from '#web/ui/states.tsx'
import { TimeAgo } from '#web/ui/time-ago.tsx'
import css from './note-text.module.css'
import { prefersLayer, useReads } from './reading.ts'

const History = later(
  () => import('./history-dialog.tsx').then((m) => m.HistoryDialog),
  ({ onClose }) => onClose(),
)

/** Title and text of a note in the language that suits the reader, the other one a tap away; then when, where, how often seen. */
export function NoteText({ note, waiting }: { note: Note; waiting: boolean }) {
  const { i18n } = useLingui()
  const reads = useReads()
  const [choice, choose] = useState<boolean | null>(null)
  const [history, showHistory] = useState(false)
  const layered = note.layer !== null && (choice ?? prefersLayer(reads, note))
  const shown = layered && note.layer ? note.layer : note
  const views = compact(i18n.locale, note.counts.views)
  const other = layered ? note.language : note.layer?.language
  // A text's own words come in place; topics given besides them stand below.
  const besides = note.topics.filter(
    (name) => !shown.spans.some((span) => span.type === 'topic' && span.topic.toLowerCase() === name.toLowerCase()),
  )
  return (
    <div className={css.text}>
      <h1 dir="auto" lang={known(shown.language)} className={shown.title ? css.title : 'aloud'}>
        {shown.title || <Trans>Note by {isolated(note.author.displayName)}</Trans>}
      </h1>
      {note.layer && other && (
        <p className={css.layer}>
          {layered ? <Trans>In the author’s own {languageName(i18n.locale, shown.language)}</Trans> : <Trans>The original</Trans>}
          {' · '}
          <button type="button" onClick={() => choose(!layered)}>
            {layered ? <Trans>Show the original</Trans> : <Trans>Read it in {languageName(i18n.locale, other)}</Trans>}
          </button>
        </p>
      )}
      {waiting ? (
        <div className={css.waiting}>
          <Skeleton />
          <Skeleton width="92%" />
          <Skeleton width="60%" />
        </div>
      ) : (
        <RichText text={shown.text} spans={shown.spans} language={shown.language} className={css.body ?? ''} />
      )}
      {besides.length > 0 && (
        <ul className={css.topics}>
          {besides.map((name) => (
            <li key={name}>
              <Link href={pathTo.topic(name)} dir="auto">
                #{name}
              </Link>
            </li>
          ))}
        </ul>
      )}
      {note.aiMade && (
        <p className={css.label}>
          <SparkIcon size={18} />
          <Trans>Made with AI, says the author</Trans>
        </p>
      )}
      {note.visibility !== 'public' && (
        <p className={css.label}>
          <LockIcon size={18} />
          {note.visibility === 'private' ? <Trans>Only you see this</Trans> : <Trans>For followers only</Trans>}
        </p>
      )}
      <p className={css.facts}>
        <TimeAgo at={note.createdAt} />
        {note.editedAt && (
          <button type="button" onClick={() => showHistory(true)}>
            <Trans>
              edited <TimeAgo at={note.editedAt} />
            </Trans>
          </button>
        )}
        {note.counts.views > 0 && (
          <span>
            <Select value={formOf(i18n.locale, note.counts.views)} _one={`${views} view`} other={`${views} views`} />
          </span>
        )}
      </p>
      {history && (
        <Suspense>
          <History note={note} onClose={() => showHistory(false)} />
        </Suspense>
      )}
    </div>
  )
}
