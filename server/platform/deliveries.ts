import type { Context } from './context.ts'
import { decodeCursor, page } from './cursor.ts'
import { sql } from './db.ts'
import type { Delivery, List, Page } from './schema.ts'

interface Row {
  event_id: string
  subscriber: string
  name: string
  at: Date
  tries: number
  due_at: Date | null
  failed_at: Date
  why: string
}

/** What subscribers could not take, newest event first. The facts stay inside: they may hold what people wrote. */
export async function deliveries(ctx: Context, { cursor, limit }: Page): Promise<List<Delivery>> {
  const [id, subscriber] = decodeCursor(cursor, ['id', 's']) ?? []
  const from = id ? sql`where (event_id, subscriber) < (${id}::bigint, ${subscriber}::text)` : sql``
  const rows = await ctx.db.rows<Row>(sql`
    select event_id, subscriber, name, at, tries, due_at, failed_at, why from delivery ${from}
    order by event_id desc, subscriber desc limit ${limit + 1}`)
  const { items, next } = page(rows, limit, (last) => [last.event_id, last.subscriber])
  return { items: items.map(viewOf), next }
}

const viewOf = (r: Row): Delivery => ({
  event: r.event_id,
  subscriber: r.subscriber,
  name: r.name,
  at: r.at.toISOString(),
  tries: r.tries,
  state: r.due_at === null ? 'given-up' : 'waiting',
  nextTry: r.due_at?.toISOString() ?? null,
  failedAt: r.failed_at.toISOString(),
  why: r.why,
})

/** Has them tried again at once, as if for the first time: one, those of one subscriber, or all. Answers how many. */
export const tryAgain = (ctx: Context, which: { event?: string | undefined; subscriber?: string | undefined }): Promise<number> =>
  ctx.db.run(sql`
    update delivery set tries = 0, due_at = now()
    where (${which.event ?? null}::bigint is null or event_id = ${which.event ?? null}::bigint)
      and (${which.subscriber ?? null}::text is null or subscriber = ${which.subscriber ?? null}::text)`)
