import { type InfiniteData, infiniteQueryOptions, type QueryClient } from '@tanstack/react-query'
import type { List } from '#server/platform/schema.ts'
import { type Ask, apiOf } from './api.ts'

/** Where the lists of a page begin when its address names a place in one, as it does without scripts. On the server only. */
export const beginnings = new WeakMap<QueryClient, string>()

/** Pages of a list of /v1 as one infinite query. */
export const listQuery = <T>(queryKey: readonly unknown[], path: string, query: Ask['query'] = {}) =>
  infiniteQueryOptions({
    queryKey: [...queryKey, 'list'],
    queryFn: ({ client, signal, pageParam }) =>
      apiOf(client).get<List<T>>(path, { signal, query: { ...query, cursor: pageParam ?? beginnings.get(client) } }),
    initialPageParam: null as string | null,
    getNextPageParam: (last: List<T>) => last.next,
  })

/** All items loaded so far, each once: a feed that moves between two pages may repeat one. */
export function itemsOf<T extends { id: string }>(data: InfiniteData<List<T>> | undefined): T[] {
  const seen = new Set<string>()
  return (data?.pages ?? [])
    .flatMap((page) => page.items)
    .filter((item) => {
      if (seen.has(item.id)) return false
      seen.add(item.id)
      return true
    })
}
