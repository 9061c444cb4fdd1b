import { useLingui } from '@lingui/react/macro'
import { useInfiniteQuery } from '@tanstack/react-query'
import { type ReactNode, useCallback, useMemo } from 'react'
import type { Card } from '#server/rooms/notes/schema.ts'
import { itemsOf, type listQuery } from '#web/lib/lists.ts'
import { ErrorState, Skeleton } from '#web/ui/states.tsx'
import { Waterfall } from '#web/ui/waterfall/waterfall.tsx'
import { NoteCard, tileOf } from './card.tsx'
import css from './card-waterfall.module.css'
import { useReads } from './reading.ts'

const idOf = (card: Card) => card.id

/** A list of cards in columns that grows at its end: waiting, empty, broken and done included. */
export function CardWaterfall(props: { query: ReturnType<typeof listQuery<Card>>; empty: ReactNode; label?: string }) {
  const { t } = useLingui()
  const { data, error, isPending, isFetchingNextPage, hasNextPage, fetchNextPage, refetch } = useInfiniteQuery(props.query)
  const reads = useReads()
  const tile = useMemo(() => tileOf(reads), [reads])
  const items = useMemo(() => itemsOf(data), [data])
  const more = useCallback(() => {
    if (hasNextPage && !isFetchingNextPage && !error) void fetchNextPage()
  }, [hasNextPage, isFetchingNextPage, error, fetchNextPage])

  if (isPending) return <CardSkeletons />
  if (items.length === 0) return error ? <ErrorState error={error} onRetry={() => void refetch()} /> : props.empty
  return (
    <>
      <Waterfall items={items} idOf={idOf} tileOf={tile} label={props.label ?? t`Notes`} onEnd={more}>
        {(card, index) => <NoteCard card={card} index={index} />}
      </Waterfall>
      {isFetchingNextPage && <CardSkeletons few />}
      {error && <ErrorState error={error} onRetry={() => void fetchNextPage()} />}
    </>
  )
}

const heights = [220, 170, 190, 240, 160, 210, 230, 180]

/** Where cards are about to be. */
export const CardSkeletons = ({ few = false }: { few?: boolean }) => (
  <div className={css.skeletons} aria-hidden="true">
    {heights.slice(0, few ? 4 : 8).map((height, i) => (
      // biome-ignore lint/suspicious/noArrayIndexKey: they never move.
      <div key={i}>
        <Skeleton height={height} />
        <Skeleton height={14} width="80%" />
        <Skeleton height={12} width="50%" />
      </div>
    ))}
  </div>
)
