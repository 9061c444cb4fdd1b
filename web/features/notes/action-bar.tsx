import { Trans, useLingui } from '@lingui/react/macro'
import { useQueryClient } from '@tanstack/react-query'
import { type Ref, useState } from 'react'
import type { Comment, Note } from '#server/rooms/notes/schema.ts'
import { useViewer } from '#web/features/accounts/queries.ts'
import { pathTo } from '#web/lib/path.ts'
import { Link } from '#web/lib/router.tsx'
import { Count, compact } from '#web/ui/count.tsx'
import { HeartFullIcon, HeartIcon } from '#web/ui/icons.tsx'
import { CommentIcon, StarFullIcon, StarIcon } from '#web/ui/icons-more.tsx'
import { say } from '#web/ui/toast.tsx'
import css from './action-bar.module.css'
import { collect } from './collect.ts'
import { Composer, type ComposerHandle } from './composer.tsx'
import { like } from './like.ts'

/** At the thumb: say something, like, collect, to the comments. */
export function ActionBar(props: {
  note: Note
  replyTo: Comment | null
  onReplyTo: (comment: Comment | null) => void
  onBoards: () => void
  composer: Ref<ComposerHandle>
}) {
  const { t, i18n } = useLingui()
  const { note, onBoards } = props
  const client = useQueryClient()
  const viewer = useViewer()
  const [open, setOpen] = useState(false)
  const signIn = pathTo.signIn(pathTo.note(note.id))

  const star = async () => {
    if (!viewer) return location.assign(signIn)
    const on = !note.mine.collected
    if ((await collect(client, note.id, on)) && on) {
      say(<Trans context="state">Collected</Trans>, { action: { label: <Trans>Choose a board</Trans>, run: onBoards } })
    }
  }
  return (
    <div className={`${css.bar} ${open ? css.writing : ''}`}>
      {viewer && note.canComment ? (
        <Composer {...props} open={open} onOpen={setOpen} ref={props.composer} />
      ) : (
        <p className={css.closed}>
          {!viewer ? (
            <Link href={signIn}>
              <Trans>Sign in to say something</Trans>
            </Link>
          ) : note.comments === 'followers' ? (
            <Trans>Followers may comment</Trans>
          ) : (
            <Trans>Comments are closed</Trans>
          )}
        </p>
      )}
      {!open && (
        <div className={css.actions}>
          <button
            type="button"
            className={note.mine.liked ? css.liked : undefined}
            aria-pressed={note.mine.liked}
            aria-label={t`Like, ${compact(i18n.locale, note.counts.likes)}`}
            data-key="l"
            onClick={() => void like(client, note.id, !note.mine.liked, viewer !== null)}
          >
            {note.mine.liked ? <HeartFullIcon /> : <HeartIcon />}
            <Count value={note.counts.likes} />
          </button>
          <button
            type="button"
            className={note.mine.collected ? css.collected : undefined}
            aria-pressed={note.mine.collected}
            aria-label={t`Collect, ${compact(i18n.locale, note.counts.collects)}`}
            data-key="s"
            onClick={() => void star()}
          >
            {note.mine.collected ? <StarFullIcon /> : <StarIcon />}
            <Count value={note.counts.collects} />
          </button>
          <button
            type="button"
            aria-label={t`To the comments, ${compact(i18n.locale, note.counts.comments)}`}
            onClick={() => document.getElementById('comments')?.scrollIntoView({ behavior: 'smooth' })}
          >
            <CommentIcon />
            <Count value={note.counts.comments} />
          </button>
        </div>
      )}
    </div>
  )
}
