import type { QueryClient } from '@tanstack/react-query'
import type { ComponentType, ReactNode } from 'react'

/** Something to search for as it is shown, all of it: `types/<type>.tsx` here, `server/rooms/search/types/<type>.ts` on the server. */
export interface SearchTypeView {
  /** Its place among the tabs; the first is the usual one. */
  place: number
  label: ReactNode
  /** What was found, or that nothing was. */
  Results: ComponentType<{ q: string }>
  /** Asks for the beginning of it, so that it is there when the page is drawn. */
  prefetch: (client: QueryClient, q: string) => Promise<void>
}
