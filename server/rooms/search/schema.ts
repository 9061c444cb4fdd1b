import { z } from 'zod'

export const SearchQuery = z.object({
  q: z.string().trim().max(200),
  type: z.enum(['notes', 'accounts', 'topics']).default('notes'),
  cursor: z.string().max(512).optional(),
  limit: z.coerce.number().int().min(1).max(50).default(20),
})
export const Suggestion = z
  .object({ kind: z.enum(['topic', 'account', 'words']), text: z.string(), handle: z.string().optional(), avatar: z.string().nullable().optional(), notes: z.int().optional() })
  .meta({ id: 'Suggestion' })
export type Suggestion = z.infer<typeof Suggestion>
