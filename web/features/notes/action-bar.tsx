import { Trans, useLingui } from '@lingui/react/macro'
import { useQueryClient } from '@tanstack/react-query'
import { type Ref, useState } from 'react'
import type { Comment, Note } from '#server/rooms/notes/schema.ts'
import { useViewer } from '#web/features/accounts/queries.ts'
import { pathTo } from '#web/lib/path.ts'
import { Link } from '#web/lib/router.tsx'
import { byForm } from '#web/ui/by-form.ts'
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
  onSent: (comment: string) => void
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
            {...byForm(note.mine.liked ? 'unlike' : 'like', note.id, () => like(client, note.id, !note.mine.liked, viewer !== null))}
            type="submit"
            className={note.mine.liked ? css.liked : undefined}
            aria-pressed={note.mine.liked}
            aria-label={t`Like, ${compact(i18n.locale, note.counts.likes)}`}
            data-key="l"
          >
            {note.mine.liked ? <HeartFullIcon /> : <HeartIcon />}
            <Count value={note.counts.likes} />
          </button>
          <button
            {...byForm(note.mine.collected ? 'uncollect' : 'collect', note.id, star)}
            type="submit"
            className={note.mine.collected ? css.collected : undefined}
            aria-pressed={note.mine.collected}
            aria-label={t`Collect, ${compact(i18n.locale, note.counts.collects)}`}
            data-key="s"
          >
            {note.mine.collected ? <StarFullIcon /> : <StarIcon />}
            <Count value={note.counts.collects} />
          </button>
          {/* biome-ignore lint/a11y/useValidAnchor: it leads there, and scrolls where it can. */}
          <a
            href="#comments"
            aria-label={t`To the comments, ${compact(i18n.locale, note.counts.comments)}`}
            onClick={(event) => {
              event.preventDefault()
              document.getElementById('comments')?.scrollIntoView({ behavior: 'smooth' })
            }}
          >
            <CommentIcon />
            <Count value={note.counts.comments} />
          </a>
        </div>
      )}
    </div>
  )
}
