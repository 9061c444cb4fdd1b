import { Trans, useLingui } from '@lingui/react/macro'
import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query'
import { type ReactNode, useEffect, useState } from 'react'
import type { Media } from '#server/rooms/media/schema.ts'
import type { Draft, Note } from '#server/rooms/notes/schema.ts'
import { useViewer } from '#web/features/accounts/queries.ts'
import { stillOf } from '#web/features/media/shown.ts'
import { stillUrl } from '#web/features/media/still-url.ts'
import { api } from '#web/lib/api.ts'
import { cutText } from '#web/lib/cut.ts'
import { itemsOf } from '#web/lib/lists.ts'
import { pathTo } from '#web/lib/path.ts'
import { Link } from '#web/lib/router.tsx'
import { Button, ButtonLink, IconButton } from '#web/ui/button.tsx'
import { ClockIcon, DeviceIcon, PencilIcon, PictureIcon, PlayIcon, SoundIcon, TrashIcon } from '#web/ui/icons-more.tsx'
import { problemWords } from '#web/ui/optimistic.tsx'
import { EmptyState, ErrorState, Skeleton } from '#web/ui/states.tsx'
import { TimeAgo } from '#web/ui/time-ago.tsx'
import { say } from '#web/ui/toast.tsx'
import { TopBar } from '#web/ui/top-bar.tsx'
import { readContent } from './content.ts'
import css from './drafts-page.module.css'
import { dropLocal, type LocalCopy, localCopies, saveLocal } from './local-copies.ts'
import { draftsQuery, scheduledQuery } from './queries.ts'
import { inWords } from './time-words.ts'

/** What is not out yet: drafts here and on the server, and notes that wait for their hour. */
export function DraftsPage() {
  const drafts = useInfiniteQuery({ ...draftsQuery(), staleTime: 0 })
  const scheduled = useInfiniteQuery({ ...scheduledQuery(), staleTime: 0 })
  const own = itemsOf<Draft>(drafts.data)
  const kept = useLocal()
  const { again } = kept
  const local = kept.local.filter((one) => !own.some((draft) => draft.content.key === one.content.key))
  const waiting = itemsOf<Note>(scheduled.data)
  const isEmpty = drafts.isSuccess && scheduled.isSuccess && own.length + waiting.length + local.length === 0
  return (
    <>
      <TopBar title={<Trans>Drafts</Trans>} fallback="/me" />
      <div className={css.page}>
        {drafts.isPending && <Waiting />}
        {drafts.isError && own.length === 0 && <ErrorState error={drafts.error} onRetry={() => void drafts.refetch()} />}
        {isEmpty && (
          <EmptyState
            title={<Trans>No drafts</Trans>}
            action={
              <ButtonLink href="/compose" look="primary">
                <Trans>Write something</Trans>
              </ButtonLink>
            }
          >
            <Trans>Whatever you begin is kept here by itself until you publish it.</Trans>
          </EmptyState>
        )}
        {waiting.length > 0 && (
          <section className={css.section}>
            <h2>
              <Trans>On the clock</Trans>
            </h2>
            <ul>
              {waiting.map((note) => (
                <ScheduledItem key={note.id} note={note} />
              ))}
            </ul>
          </section>
        )}
        {own.length + local.length > 0 && (
          <section className={css.section}>
            {waiting.length > 0 && (
              <h2>
                <Trans>Drafts</Trans>
              </h2>
            )}
            <ul>
              {local.map((kept) => (
                <LocalItem key={kept.id} kept={kept} onChange={again} />
              ))}
              {own.map((draft) => (
                <DraftItem key={draft.id} draft={draft} />
              ))}
            </ul>
            {drafts.hasNextPage && (
              <Button busy={drafts.isFetchingNextPage} onClick={() => void drafts.fetchNextPage()}>
                <Trans>More drafts</Trans>
              </Button>
            )}
          </section>
        )}
      </div>
    </>
  )
}

/** Drafts that never reached the server. */
function useLocal(): { local: LocalCopy[]; again: () => void } {
  const viewer = useViewer()
  const [local, setLocal] = useState<LocalCopy[]>([])
  const again = () => {
    if (viewer) setLocal(localCopies(viewer.id).filter((kept) => kept.ahead && !kept.draft && !kept.id.startsWith('edit-')))
  }
  // biome-ignore lint/correctness/useExhaustiveDependencies: read once for an account.
  useEffect(again, [viewer?.id])
  return { local, again }
}

const Waiting = () => (
  <div className={css.section}>
    {[0, 1, 2].map((i) => (
      <Skeleton key={i} height={104} />
    ))}
  </div>
)

/** What stands for the first medium, or its mark; without any, a leaf of paper. */
function Picture({ media }: { media: Media | undefined }) {
  const address = media ? stillUrl(media) : null
  const color = media ? stillOf(media)?.color : null
  return (
    <span className={css.picture}>
      {address ? <img src={address} alt="" style={{ backgroundColor: color ?? undefined }} /> : media ? markOf[media.kind] : <PencilIcon />}
    </span>
  )
}
const markOf: Record<Media['kind'], ReactNode> = { image: <PictureIcon />, video: <PlayIcon />, audio: <SoundIcon /> }

function Item(props: { href: string; media: Media | undefined; title: string; text: string; foot: ReactNode; action: ReactNode }) {
  return (
    <li className={css.item}>
      <Link href={props.href} className={css.link}>
        <Picture media={props.media} />
        <span className={css.words}>
          <span className={css.title} dir="auto">
            {props.title || props.text || <Trans>Without words yet</Trans>}
          </span>
          {props.title && props.text && (
            <span className={css.text} dir="auto">
              {props.text}
            </span>
          )}
          <span className={css.foot}>{props.foot}</span>
        </span>
      </Link>
      {props.action}
    </li>
  )
}

function DraftItem({ draft }: { draft: Draft }) {
  const { t } = useLingui()
  const client = useQueryClient()
  const { title, text } = readContent(draft.content)
  const [busy, setBusy] = useState(false)
  const again = () => client.invalidateQueries({ queryKey: ['drafts'] })
  const remove = async () => {
    setBusy(true)
    try {
      await api.delete(`/v1/drafts/${draft.id}`)
      await again()
      const back = () => api.post('/v1/drafts', { content: draft.content, version: 0 }).then(again)
      say(<Trans>The draft is deleted</Trans>, {
        action: { label: <Trans>Undo</Trans>, run: () => void back().catch((error) => say(problemWords(error), { tone: 'trouble' })) },
      })
    } catch (error) {
      say(problemWords(error), { tone: 'trouble' })
      setBusy(false)
    }
  }
  return (
    <Item
      href={`/compose?draft=${draft.id}`}
      media={draft.media[0]}
      title={title.trim()}
      text={cutText(text.trim(), 200)}
      foot={<TimeAgo at={draft.updatedAt} />}
      action={
        <IconButton label={t`Delete this draft`} disabled={busy} onClick={() => void remove()}>
          <TrashIcon size={20} />
        </IconButton>
      }
    />
  )
}

function LocalItem({ kept, onChange }: { kept: LocalCopy; onChange: () => void }) {
  const { t } = useLingui()
  const viewer = useViewer()
  const remove = () => {
    if (!viewer) return
    dropLocal(viewer.id, kept.id)
    onChange()
    say(<Trans>The draft is deleted</Trans>, {
      action: {
        label: <Trans>Undo</Trans>,
        run: () => {
          saveLocal(viewer.id, kept)
          onChange()
        },
      },
    })
  }
  return (
    <Item
      href={`/compose?draft=${kept.id}`}
      media={undefined}
      title={kept.content.title.trim()}
      text={cutText(kept.content.text.trim(), 200)}
      foot={
        <>
          <DeviceIcon size={16} /> <Trans>Only on this device</Trans> · <TimeAgo at={new Date(kept.at).toISOString()} />
        </>
      }
      action={
        <IconButton label={t`Delete this draft`} onClick={remove}>
          <TrashIcon size={20} />
        </IconButton>
      }
    />
  )
}

function ScheduledItem({ note }: { note: Note }) {
  const { t, i18n } = useLingui()
  const when = note.publishAt ? inWords(note.publishAt, i18n.locale) : null
  return (
    <Item
      href={pathTo.note(note.id)}
      media={note.media[0]}
      title={note.title}
      text={cutText(note.text, 200)}
      foot={
        when && (
          <>
            <ClockIcon size={16} /> <span suppressHydrationWarning>{`${when.date} · ${when.distance}`}</span>
          </>
        )
      }
      action={
        <Link
          href={`/compose?edit=${note.id}`}
          className={css.edit}
          aria-label={t`Edit ${note.title || cutText(note.text, 40, '…')}`}
          title={t`Edit`}
        >
          <PencilIcon size={20} />
        </Link>
      }
    />
  )
}
