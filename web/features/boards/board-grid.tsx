import { Plural, Trans } from '@lingui/react/macro'
import { useInfiniteQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { Board } from '#server/rooms/notes/schema.ts'
import { itemsOf } from '#web/lib/lists.ts'
import { pathTo } from '#web/lib/path.ts'
import { Link } from '#web/lib/router.tsx'
import { Button } from '#web/ui/button.tsx'
import { PlusIcon } from '#web/ui/icons.tsx'
import { LockIcon } from '#web/ui/icons-more.tsx'
import { EmptyState, ErrorState, Skeleton } from '#web/ui/states.tsx'
import { BoardDialog } from './board-dialog.tsx'
import css from './boards.module.css'
import { boardsQuery } from './queries.ts'

/** One board: up to four covers, its name, how many notes. */
export const BoardTile = ({ board }: { board: Board }) => (
  <Link href={pathTo.board(board.id)} className={css.board}>
    <span className={css.covers}>
      {board.covers.map((url) => (
        <img key={url} src={url} alt="" loading="lazy" decoding="async" />
      ))}
    </span>
    <span>
      <span className={css.title}>
        <span dir="auto">{board.title}</span>
        {board.private && (
          <>
            <LockIcon size={15} />
            <span className="aloud">
              <Trans>Private</Trans>
            </span>
          </>
        )}
      </span>
      <small>
        <Plural value={board.notes} one="# note" other="# notes" />
      </small>
    </span>
  </Link>
)

/** Someone's boards. */
export function BoardGrid({ handle, own }: { handle: string; own: boolean }) {
  const [making, setMaking] = useState(false)
  const { data, error, isPending, refetch, hasNextPage, fetchNextPage } = useInfiniteQuery(boardsQuery(handle))
  const boards = itemsOf(data)
  const make = (
    <Button look={boards.length ? 'quiet' : 'primary'} icon={<PlusIcon size={20} />} onClick={() => setMaking(true)}>
      <Trans>New board</Trans>
    </Button>
  )
  return (
    <>
      {error && boards.length === 0 ? (
        <ErrorState error={error} onRetry={() => void refetch()} />
      ) : isPending ? (
        <div className={css.grid}>
          {[0, 1, 2, 3].map((at) => (
            <Skeleton key={at} height={150} />
          ))}
        </div>
      ) : boards.length === 0 ? (
        <EmptyState title={<Trans>No boards yet</Trans>} action={own ? make : undefined}>
          {own && <Trans>Collect notes you want to find again: recipes, places, ideas.</Trans>}
        </EmptyState>
      ) : (
        <>
          {own && <div className={css.tools}>{make}</div>}
          <div className={css.grid}>
            {boards.map((board) => (
              <BoardTile key={board.id} board={board} />
            ))}
          </div>
        </>
      )}
      {hasNextPage && (
        <div className={css.tools}>
          <Button onClick={() => fetchNextPage()}>
            <Trans>Show more</Trans>
          </Button>
        </div>
      )}
      {making && <BoardDialog onClose={() => setMaking(false)} />}
    </>
  )
}
