import { QueryClient } from '@tanstack/react-query'
import { ApiProblem } from './api.ts'

/** A refusal will not change by asking again; a lost connection may. */
const retry = (count: number, error: Error) => count < 2 && !(error instanceof ApiProblem && error.status >= 400 && error.status < 500)

/** The cache of what /v1 said. One a page on the server, one a tab in the browser. */
export const createQueryClient = (isServer: boolean) =>
  new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: 30_000,
        gcTime: isServer ? Number.POSITIVE_INFINITY : 15 * 60_000,
        retry: isServer ? false : retry,
        refetchOnWindowFocus: false,
      },
    },
  })
