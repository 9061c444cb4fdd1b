import type { QueryClient, QueryKey } from '@tanstack/react-query'

/** What a page was drawn from, as it travels with it: key, what /v1 said, when (Unix ms). */
export type Seed = [key: QueryKey, data: unknown, at: number][]

/** Everything that the server asked for a page and was answered. */
export const seedOf = (client: QueryClient): Seed =>
  client
    .getQueryCache()
    .getAll()
    .filter(({ state }) => state.status === 'success')
    .map(({ queryKey, state }) => [queryKey, state.data, state.dataUpdatedAt])

/** Puts it into the browser's cache, so that the first paint is the server's and nothing is asked for twice. */
export function sow(client: QueryClient, seed: Seed): void {
  for (const [key, data, updatedAt] of seed) client.setQueryData(key, data, { updatedAt })
}
