import { z } from 'zod'

/** What can be searched for, and the only list of it: each is a file here (`types/<type>.ts`) and one in the web app. The first is the usual one. */
export const searchTypes = ['notes', 'accounts', 'topics'] as const
export type SearchType = (typeof searchTypes)[number]

export const SearchQuery = z
  .object({
    q: z
      .string()
      .trim()
      .max(200)
      // PostgreSQL's texts hold everything but this.
      .transform((q) => q.replaceAll('\0', ' '))
      .default(''),
    type: z.enum(searchTypes).default('notes'),
    cursor: z.string().max(512).optional(),
    limit: z.coerce.number().int().min(1).max(100).default(20),
  })
  .meta({ id: 'SearchQuery', examples: [{ q: '成都 noodles', type: 'notes' }] })
export type SearchQuery = z.infer<typeof SearchQuery>

/** Something to put into the search box, or to go to at once. */
export const Suggestion = z
  .object({
    /** `words` are searched for; a topic or an account has a page. */
    kind: z.enum(['topic', 'account', 'words']),
    /** Topic name, display name or words. */
    text: z.string(),
    handle: z.string().optional(),
    avatar: z.string().nullable().optional(),
    notes: z.int().optional(),
  })
  .meta({ id: 'Suggestion', examples: [{ kind: 'topic', text: 'petTax', notes: 42 }] })
export type Suggestion = z.infer<typeof Suggestion>
