import { Trans, useLingui } from '@lingui/react/macro'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Suspense, startTransition, useEffect, useRef, useState } from 'react'
import type { Comment, Note } from '#server/rooms/notes/schema.ts'
import { useViewer } from '#web/features/accounts/queries.ts'
import { FollowButton } from '#web/features/graph/follow-button.tsx'
import { pathTo } from '#web/lib/path.ts'
import { Link, useRouter } from '#web/lib/router.tsx'
import { Avatar } from '#web/ui/avatar.tsx'
import { IconButton } from '#web/ui/button.tsx'
import { BackIcon } from '#web/ui/icons.tsx'
import { ShareIcon } from '#web/ui/icons-more.tsx'
import { later } from '#web/ui/later.tsx'
import { ErrorState, Skeleton } from '#web/ui/states.tsx'
import { ActionBar } from './action-bar.tsx'
import { Comments } from './comments.tsx'
import type { ComposerHandle } from './composer.tsx'
import { Gallery } from './gallery.tsx'
import { NoteMenu } from './note-menu.tsx'
import css from './note-page.module.css'
import { NoteState } from './note-state.tsx'
import { NoteText } from './note-text.tsx'
import { noteFromCards, noteQuery } from './queries.ts'
import { beginView } from './views.ts'

const BoardChooser = later(
  () => import('./board-chooser.tsx').then((m) => m.BoardChooser),
  ({ onClose }) => onClose(),
)
const ShareDialog = later(
  () => import('./share-dialog.tsx').then((m) => m.ShareDialog),
  ({ onClose }) => onClose(),
)
const ReportDialog = later(
  () => import('#web/features/trust/report-dialog.tsx').then((m) => m.ReportDialog),
  ({ onClose }) => onClose(),
)

type Open = { what: 'boards' | 'share' } | { what: 'report'; subject: { type: 'note' | 'comment'; id: string } } | null

/** One note: a page on a phone, two halves on a desk (as a sheet above the feed, or alone). */
export function NotePage({ id }: { id: string }) {
  const client = useQueryClient()
  const query = noteQuery(id)
  const [fromCard] = useState(() => client.getQueryData(query.queryKey) === undefined && noteFromCards(client, id) !== undefined)
  const settled = useSettled(!fromCard)
  const { data, error, isPlaceholderData, refetch } = useQuery({
    ...query,
    enabled: settled,
    placeholderData: () => noteFromCards(client, id),
  })
  const ready = data !== undefined && !isPlaceholderData
  useEffect(() => {
    if (ready) return beginView(id)
  }, [id, ready])
  if (error && !ready) return <ErrorState whole error={error} onRetry={() => void refetch()} />
  if (!data) return <Waiting />
  return <Shown note={data} waiting={!ready} bare={!settled} />
}

/**
 * False until the first frame has been drawn, where `atOnce` is: a note that opens from its card shows its picture and its title first, and what else
 * belongs to it (bars, menus, the question to the site) comes in the task after.
 */
function useSettled(atOnce: boolean): boolean {
  const [settled, settle] = useState(atOnce)
  useEffect(() => {
    if (settled) return
    let timer: ReturnType<typeof setTimeout> | undefined
    const then = () => startTransition(() => settle(true))
    // A page that nobody looks at has no frames.
    if (document.visibilityState !== 'visible') return then()
    const frame = requestAnimationFrame(() => {
      timer = setTimeout(then)
    })
    return () => {
      cancelAnimationFrame(frame)
      clearTimeout(timer)
    }
  }, [settled])
  return settled
}

/** `bare`: the first frame, only what is seen first. */
function Shown({ note, waiting, bare }: { note: Note; waiting: boolean; bare: boolean }) {
  const { t } = useLingui()
  const router = useRouter()
  const viewer = useViewer()
  const composer = useRef<ComposerHandle>(null)
  const [replyTo, setReplyTo] = useState<Comment | null>(null)
  const [open, setOpen] = useState<Open>(null)
  const [sent, setSent] = useState<string | null>(null)
  const close = () => setOpen(null)
  const { author } = note
  const isWords = note.media.length === 0
  const back = !router.place.over && (
    <IconButton label={t`Back`} onPicture={!isWords} onClick={() => router.back()}>
      <BackIcon />
    </IconButton>
  )
  return (
    <article className={css.note} data-note={note.id} data-above={router.place.over ? true : undefined} data-words={isWords || undefined}>
      {!isWords && (
        <div className={css.media}>
          {back && <div className={css.back}>{back}</div>}
          <Gallery key={note.id} media={note.media} notice={note.notice} />
        </div>
      )}
      <div className={css.panel}>
        <header className={css.author}>
          {isWords && back}
          <Link href={pathTo.account(author.handle)} className={css.name}>
            <Avatar account={author} size={40} />
            <span>
              <strong dir="auto">{author.displayName}</strong>
              <small>@{author.handle}</small>
            </span>
          </Link>
          {!waiting && <FollowButton handle={author.handle} name={author.displayName} following={note.following} />}
          {!bare && (
            <IconButton label={t`Share`} onClick={() => setOpen({ what: 'share' })}>
              <ShareIcon />
            </IconButton>
          )}
          {viewer && !bare && (
            <NoteMenu
              note={note}
              onReport={() => setOpen({ what: 'report', subject: { type: 'note', id: note.id } })}
              onBoards={() => setOpen({ what: 'boards' })}
            />
          )}
        </header>
        <div className={css.scroll}>
          <NoteState note={note} />
          <NoteText note={note} waiting={waiting} />
          {!waiting && note.state === 'published' && (
            <Suspense>
              <Comments
                note={note}
                sent={sent}
                onReply={(comment) => {
                  setReplyTo(comment)
                  composer.current?.focus()
                }}
                onReport={(comment) => setOpen({ what: 'report', subject: { type: 'comment', id: comment.id } })}
              />
            </Suspense>
          )}
        </div>
        <div className={css.foot}>
          {!bare && (
            <ActionBar
              note={note}
              replyTo={replyTo}
              onReplyTo={setReplyTo}
              onBoards={() => setOpen({ what: 'boards' })}
              onSent={setSent}
              composer={composer}
            />
          )}
        </div>
      </div>
      <Suspense>
        {open?.what === 'boards' && <BoardChooser note={note.id} onClose={close} />}
        {open?.what === 'share' && <ShareDialog note={note} onClose={close} />}
        {open?.what === 'report' && <ReportDialog subject={open.subject} onClose={close} />}
      </Suspense>
    </article>
  )
}

const Waiting = () => (
  <div className={css.note} role="status">
    <span className="aloud">
      <Trans>Opening the note</Trans>
    </span>
    <div className={css.media}>
      <Skeleton height="100%" />
    </div>
    <div className={css.panel}>
      <div className={css.scroll}>
        <Skeleton height={28} width="70%" />
        <Skeleton />
        <Skeleton width="80%" />
      </div>
    </div>
  </div>
)
