import { queryOptions, useQuery } from '@tanstack/react-query'
import { createContext, use } from 'react'
import type { Account, Me } from '#server/rooms/accounts/schema.ts'
import { apiOf, isProblem } from '#web/lib/api.ts'

/** What the site says of itself, the same for everyone. */
export interface Site {
  name: string
  origin: string
  needsAdmin: boolean
  demo: boolean
  demoPeople: { handle: string; displayName: string; avatar: string | null; about: string }[]
  locales: string[]
  email: boolean
  /** Where data is kept, in the operator's words. */
  kept: string
  /** Version of rules and terms in force. */
  agreements: string
}

/** The signed-in reader; null for a visitor. */
export const meQuery = () =>
  queryOptions({
    queryKey: ['me'],
    queryFn: async ({ client, signal }): Promise<Me | null> => {
      try {
        return await apiOf(client).get<Me>('/v1/me', { signal })
      } catch (error) {
        if (isProblem(error) && error.status === 401) return null
        throw error
      }
    },
    staleTime: 60_000,
  })

export const siteQuery = () =>
  queryOptions({
    queryKey: ['site'],
    queryFn: ({ client, signal }) => apiOf(client).get<Site>('/v1/site', { signal }),
    staleTime: 5 * 60_000,
  })

export const accountQuery = (handle: string) =>
  queryOptions({
    queryKey: ['account', handle.toLowerCase()],
    queryFn: ({ client, signal }) => apiOf(client).get<Account>(`/v1/accounts/${encodeURIComponent(handle)}`, { signal }),
  })

/** Who reads. Every card asks: it is looked up once for all of them. */
export const ViewerContext = createContext<Me | null>(null)
/** The signed-in reader, or null. */
export const useViewer = (): Me | null => use(ViewerContext)
export const useSite = (): Site | undefined => useQuery(siteQuery()).data
