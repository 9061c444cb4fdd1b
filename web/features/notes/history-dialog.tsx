import { Trans } from '@lingui/react/macro'
import { useQuery } from '@tanstack/react-query'
import type { Note } from '#server/rooms/notes/schema.ts'
import { known } from '#web/lib/known.ts'
import { Dialog } from '#web/ui/dialog.tsx'
import { ErrorState, Skeleton } from '#web/ui/states.tsx'
import { TimeAgo } from '#web/ui/time-ago.tsx'
import css from './history-dialog.module.css'
import { historyQuery } from './queries.ts'

/** Earlier wordings of a note, the latest first. */
export function HistoryDialog({ note, onClose }: { note: Note; onClose: () => void }) {
  const { data, error, refetch } = useQuery(historyQuery(note.id))
  return (
    <Dialog title={<Trans>Earlier versions</Trans>} onClose={onClose} wide>
      {error ? (
        <ErrorState error={error} onRetry={() => void refetch()} />
      ) : !data ? (
        <Skeleton height={120} />
      ) : data.items.length === 0 ? (
        <p>
          <Trans>Only details were changed; title and text are as they were.</Trans>
        </p>
      ) : (
        <ol className={css.list}>
          {data.items.map((version) => (
            <li key={version.at}>
              <p className={css.when}>
                <TimeAgo at={version.at} />
              </p>
              <div lang={known(note.language)}>
                {version.title && <h3 dir="auto">{version.title}</h3>}
                <p dir="auto" className={css.body}>
                  {version.text}
                </p>
              </div>
            </li>
          ))}
        </ol>
      )}
    </Dialog>
  )
}
