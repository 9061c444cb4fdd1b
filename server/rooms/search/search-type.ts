import type { z } from 'zod'
import type { Context } from '#server/platform/context.ts'
import type { Viewer } from '#server/platform/http.ts'
import type { List } from '#server/platform/schema.ts'

export interface PageAsked {
  cursor?: string | undefined
  limit: number
}

/** Something to search for, all of it on this side: `types/<type>.ts`. */
export interface SearchType<T = unknown> {
  /** What a list of it has. */
  item: z.ZodType<T>
  /** What answers these (cleaned) words, best first; only what this reader may see. */
  find: (ctx: Context, viewer: Viewer | null, q: string, page: PageAsked) => Promise<List<T>>
}
