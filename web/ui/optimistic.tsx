import { Trans } from '@lingui/react/macro'
import type { InfiniteData, QueryClient, QueryKey } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import type { List } from '#server/platform/schema.ts'
import { ApiProblem, isProblem } from '#web/lib/api.ts'
import { say } from './toast.tsx'

/** Words for a refusal, in the reader's language. */
export const problemWords = (error: unknown): ReactNode =>
  isProblem(error, 'offline') ? (
    <Trans>No connection. Nothing was changed.</Trans>
  ) : error instanceof ApiProblem && error.title ? (
    error.title
  ) : (
    <Trans>That did not work. Please try again.</Trans>
  )

/**
 * Shows the outcome at once, sends it, and takes it back with a word when the server refuses.
 * `change` edits the cache; whatever it touches under `keys` is put back on refusal.
 */
export async function optimistic<T>(
  client: QueryClient,
  plan: { keys: readonly QueryKey[]; change: () => void; send: () => Promise<T> },
): Promise<T | undefined> {
  // An answer that is on its way would overwrite what is shown now.
  await Promise.all(plan.keys.map((queryKey) => client.cancelQueries({ queryKey }, { silent: true })))
  const before = plan.keys.flatMap((queryKey) => client.getQueriesData({ queryKey }))
  plan.change()
  try {
    return await plan.send()
  } catch (error) {
    for (const [key, data] of before) client.setQueryData(key, data)
    say(problemWords(error), { tone: 'trouble' })
    return undefined
  }
}

/** Edits one item wherever lists under `key` hold it. */
export function editInLists<T extends { id: string }>(client: QueryClient, key: QueryKey, id: string, edit: (item: T) => T) {
  client.setQueriesData<InfiniteData<List<T>>>(
    { queryKey: key, predicate: (query) => query.queryKey.at(-1) === 'list' },
    (data) =>
      data && {
        ...data,
        pages: data.pages.map((page) => ({ ...page, items: page.items.map((item) => (item.id === id ? edit(item) : item)) })),
      },
  )
}
