import { msg } from '@lingui/core/macro'
import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { Board } from '#server/rooms/notes/schema.ts'
import { useViewer } from '#web/features/accounts/queries.ts'
import { BoardDialog } from '#web/features/boards/board-dialog.tsx'
import css from '#web/features/boards/boards.module.css'
import { boardNotesQuery, boardQuery } from '#web/features/boards/queries.ts'
import { CardWaterfall } from '#web/features/notes/card-waterfall.tsx'
import { api } from '#web/lib/api.ts'
import { isolated } from '#web/lib/direction.ts'
import type { Page } from '#web/lib/page.ts'
import { pathTo } from '#web/lib/path.ts'
import { Link, useGo } from '#web/lib/router.tsx'
import { Avatar } from '#web/ui/avatar.tsx'
import { Button } from '#web/ui/button.tsx'
import { Dialog } from '#web/ui/dialog.tsx'
import edge from '#web/ui/edge.module.css'
import { LockIcon, PencilIcon, TrashIcon } from '#web/ui/icons-more.tsx'
import { Menu } from '#web/ui/menu.tsx'
import { problemWords } from '#web/ui/optimistic.tsx'
import { EmptyState, ErrorState, Skeleton } from '#web/ui/states.tsx'
import { say } from '#web/ui/toast.tsx'
import { TopBar } from '#web/ui/top-bar.tsx'

function Body({ params }: { params: Readonly<Record<string, string>> }) {
  const id = params.id ?? ''
  const { data: board, error, refetch } = useQuery(boardQuery(id))
  if (error && !board) return <ErrorState error={error} onRetry={() => void refetch()} />
  return (
    <>
      <TopBar
        title={<span dir="auto">{board?.title}</span>}
        fallback={board ? `${pathTo.account(board.owner.handle)}/boards` : '/'}
        actions={board && <Tools board={board} />}
      />
      {board ? (
        <p className={css.about}>
          <Link href={pathTo.account(board.owner.handle)} className={css.owner}>
            <Avatar account={board.owner} size={28} />
            <span dir="auto">{board.owner.displayName}</span>
          </Link>
          <span>
            <Plural value={board.notes} one="# note" other="# notes" />
          </span>
          {board.private && (
            <span>
              <LockIcon size={15} /> <Trans>Only you see it.</Trans>
            </span>
          )}
        </p>
      ) : (
        <Skeleton height={44} />
      )}
      <div className={edge.cards}>
        <CardWaterfall
          query={boardNotesQuery(id)}
          empty={
            <EmptyState title={<Trans>This board is empty</Trans>}>
              <Trans>Tap the star of a note and choose this board.</Trans>
            </EmptyState>
          }
        />
      </div>
    </>
  )
}

function Tools({ board }: { board: Board }) {
  const { t } = useLingui()
  const go = useGo()
  const client = useQueryClient()
  const me = useViewer()
  const [open, setOpen] = useState<'change' | 'delete' | null>(null)
  if (me?.id !== board.owner.id) return null
  const remove = async () => {
    try {
      await api.delete(`/v1/boards/${board.id}`)
      await client.invalidateQueries({ queryKey: ['boards'] })
      await go(`${pathTo.account(board.owner.handle)}/boards`, { replace: true })
    } catch (error) {
      setOpen(null)
      say(problemWords(error), { tone: 'trouble' })
    }
  }
  return (
    <>
      <Menu
        label={t`More about this board`}
        items={[
          { label: <Trans>Change the board</Trans>, icon: <PencilIcon size={20} />, onPick: () => setOpen('change') },
          { label: <Trans>Delete the board</Trans>, icon: <TrashIcon size={20} />, danger: true, onPick: () => setOpen('delete') },
        ]}
      />
      {open === 'change' && <BoardDialog board={board} onClose={() => setOpen(null)} />}
      {open === 'delete' && (
        <Dialog
          title={<Trans>Delete the board?</Trans>}
          kind="dialog"
          onClose={() => setOpen(null)}
          actions={
            <>
              <Button look="plain" onClick={() => setOpen(null)}>
                <Trans>Cancel</Trans>
              </Button>
              <Button look="danger" onClick={() => void remove()}>
                <Trans>Delete</Trans>
              </Button>
            </>
          }
        >
          <p>
            <Trans>The notes themselves stay where they are.</Trans>
          </p>
        </Dialog>
      )}
    </>
  )
}

export const page: Page = {
  Body,
  prefetch: ({ client, params }) =>
    Promise.all([client.fetchQuery(boardQuery(params.id ?? '')), client.prefetchInfiniteQuery(boardNotesQuery(params.id ?? ''))]),
  head: ({ client, params, i18n }) => {
    const board = client.getQueryData(boardQuery(params.id ?? '').queryKey)
    return {
      title: `${board ? isolated(board.title) : i18n._(msg`Boards`)} · Vermilion`,
      canonical: pathTo.board(params.id ?? ''),
      hidden: board?.private ?? true,
      ...(board?.covers[0] ? { image: { url: board.covers[0], width: 360, height: 480, alt: board.title } } : {}),
    }
  },
}
