import { Select, Trans, useLingui } from '@lingui/react/macro'
import { useInfiniteQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { Comment, Note } from '#server/rooms/notes/schema.ts'
import { itemsOf } from '#web/lib/lists.ts'
import { Button } from '#web/ui/button.tsx'
import { formOf } from '#web/ui/form-of.ts'
import { ErrorState, Skeleton } from '#web/ui/states.tsx'
import { Thread } from './comment-item.tsx'
import css from './comments.module.css'
import { type CommentSort, commentsQuery } from './queries.ts'

/** The conversation under a note. */
export function Comments(props: {
  note: Note
  sent: string | null
  onReply: (comment: Comment) => void
  onReport: (comment: Comment) => void
}) {
  const { t, i18n } = useLingui()
  const { note } = props
  const [sort, setSort] = useState<CommentSort>('top')
  const { data, error, isPending, hasNextPage, isFetchingNextPage, fetchNextPage, refetch } = useInfiniteQuery(commentsQuery(note.id, sort))
  const comments = itemsOf(data)
  const said = note.counts.comments
  return (
    <section className={css.section} id="comments" aria-label={t`Comments`}>
      <header className={css.head}>
        <h2>
          <Select value={formOf(i18n.locale, said)} _one={`${said} comment`} other={`${said} comments`} />
        </h2>
        {comments.length > 1 && (
          <div className={css.sort}>
            {(['top', 'new'] as const).map((value) => (
              <button key={value} type="button" aria-pressed={sort === value} onClick={() => setSort(value)}>
                {value === 'top' ? <Trans>Top</Trans> : <Trans>Newest</Trans>}
              </button>
            ))}
          </div>
        )}
      </header>
      {isPending ? (
        <div className={css.waiting}>
          <Skeleton height={40} />
          <Skeleton height={40} width="85%" />
          <Skeleton height={40} width="70%" />
        </div>
      ) : error && comments.length === 0 ? (
        <ErrorState error={error} onRetry={() => void refetch()} />
      ) : comments.length === 0 ? (
        <p className={css.none}>
          {note.comments === 'off' ? (
            <Trans>The author has closed the comments.</Trans>
          ) : (
            <Trans>Nobody has said anything yet. In your own language is fine.</Trans>
          )}
        </p>
      ) : (
        <ul className={css.list}>
          {comments.map((comment) => (
            <Thread key={comment.id} {...props} comment={comment} />
          ))}
        </ul>
      )}
      {hasNextPage && (
        <Button look="plain" wide busy={isFetchingNextPage} onClick={() => void fetchNextPage()}>
          <Trans>More comments</Trans>
        </Button>
      )}
    </section>
  )
}
