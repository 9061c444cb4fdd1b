import { z } from 'zod'

/** A time-ordered 63-bit integer in decimal; sorted as numbers they are in order of creation. */
export const Id = z
  .string()
  .regex(/^[1-9]\d{0,18}$/)
  // Beyond 63 bits the database would refuse it as a fault of ours. Of the same length, text compares as numbers do.
  .refine((id) => id.length < 19 || id <= '9223372036854775807')
  .meta({ id: 'Id', examples: ['248113720984670208'] })

export const Time = z.iso
  .datetime()
  .max(40)
  // There is no year 0, and the database says so by failing.
  .refine((time) => !time.startsWith('0000'))
  .meta({ id: 'Time', description: 'ISO 8601, UTC', examples: ['2026-11-21T08:00:00.000Z'] })

/** Query part of every list. */
export const Page = z.object({ cursor: z.string().max(512).optional(), limit: z.coerce.number().int().min(1).max(100).default(20) })
export type Page = z.infer<typeof Page>

/** A page of a list: `next` is the cursor of the following page, null at the end. */
export const list = <T extends z.ZodType>(item: T) => z.object({ items: z.array(item), next: z.string().nullable() })
export type List<T> = { items: T[]; next: string | null }

export const Problem = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.int(),
    detail: z.string().optional(),
    code: z.string(),
    fields: z.record(z.string(), z.string()).optional(),
  })
  .meta({
    id: 'Problem',
    description: 'RFC 9457 problem. `code` is stable; `title`, `detail` and `fields` speak the caller’s language.',
    examples: [{ type: 'about:blank', title: 'This handle is taken', status: 409, code: 'handle-taken' }],
  })
export type Problem = z.infer<typeof Problem>

/** An event that one part of the site could not take. */
export const Delivery = z
  .object({
    event: Id,
    /** The room that could not take it; all others have had it. */
    subscriber: z.string(),
    /** Name of the event, such as `note.published`. */
    name: z.string(),
    /** When it happened. */
    at: Time,
    tries: z.int(),
    state: z.enum(['waiting', 'given-up']),
    /** null: not before somebody asks for it. */
    nextTry: Time.nullable(),
    failedAt: Time,
    /** Kind of the error and its place in the code. */
    why: z.string(),
  })
  .meta({ id: 'Delivery' })
export type Delivery = z.infer<typeof Delivery>

export const TryAgain = z
  .object({ event: Id.optional(), subscriber: z.string().max(100).optional() })
  .meta({ id: 'TryAgain', description: 'One event of one subscriber, all of one subscriber, or, empty, all.' })
