import { randomBytes } from 'node:crypto'
import type { Context } from '#server/platform/context.ts'
import { type Queryable, sql } from '#server/platform/db.ts'
import { NoteCache } from './cache.ts'
import type { CountRow } from './read.ts'

const CHANNEL = 'notes'
/** NOTIFY carries less than 8,000 bytes. */
const IDS_A_NOTICE = 300
const TELL_EVERY_MS = 250

interface Home {
  cache: NoteCache
  /** Names this process in its notices. */
  tag: string
  touched: Set<string>
  timer: NodeJS.Timeout | undefined
}

/**
 * This process' cache of notes and its line to the others. Changes of text are told in the transaction; changed counters are collected and told
 * a few times a second, outside any transaction, since a NOTIFY makes commits queue up.
 */
function home(ctx: Context): Home {
  return ctx.hold('notes.home', () => {
    const it: Home = { cache: new NoteCache(ctx), tag: randomBytes(6).toString('hex'), touched: new Set(), timer: undefined }
    const stop = ctx.db.listen(
      CHANNEL,
      (payload) => {
        const [what, tag, list = ''] = payload.split(':')
        if (tag === it.tag) return
        if (what === 'text') it.cache.forget(list.split(','))
        else it.cache.distrust(list.split(','))
      },
      () => it.cache.clear(),
    )
    ctx.onStop(async () => {
      clearTimeout(it.timer)
      await tell(ctx, it)
      await stop()
    })
    return it
  })
}

export const noteCache = (ctx: Context): NoteCache => home(ctx).cache

/** In the transaction that changes text, state, pictures or topics: every process reads these notes again after the commit. */
export async function tellChanged(ctx: Context, tx: Queryable, ids: readonly string[]): Promise<void> {
  await notify(tx, 'text', home(ctx).tag, ids)
}

/** The same for event handlers, which have no moment after the commit: this process hears of it like the others. */
export const tellEveryone = (tx: Queryable, ids: readonly string[]): Promise<void> => notify(tx, 'text', '', ids)

/** After that commit, in this process at once. */
export const forgetNotes = (ctx: Context, ids: readonly string[]): void => noteCache(ctx).forget(ids)

/** After a commit that changed counters: exact here at once, in other processes within a second. */
export function countersChanged(ctx: Context, rows: readonly CountRow[]): void {
  const it = home(ctx)
  it.cache.count(rows)
  for (const row of rows) it.touched.add(row.id)
  it.timer ??= setTimeout(() => {
    it.timer = undefined
    void tell(ctx, it)
  }, TELL_EVERY_MS).unref()
}

async function tell(ctx: Context, it: Home): Promise<void> {
  const ids = [...it.touched]
  it.touched.clear()
  // Others catch up by the age of their entries when this fails.
  await notify(ctx.db, 'counts', it.tag, ids).catch((e) => ctx.log.warn({ err: e }, 'counters could not be told to other processes'))
}

async function notify(db: Queryable, what: 'text' | 'counts', tag: string, ids: readonly string[]): Promise<void> {
  for (let i = 0; i < ids.length; i += IDS_A_NOTICE)
    await db.run(sql`select pg_notify(${CHANNEL}, ${`${what}:${tag}:${ids.slice(i, i + IDS_A_NOTICE).join(',')}`})`)
}
