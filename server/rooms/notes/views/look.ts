import type { FastifyRequest } from 'fastify'
import type { Context } from '#server/platform/context.ts'
import { networkOf } from '#server/platform/network.ts'
import { accountStandings } from '#server/rooms/accounts/index.ts'
import { relations } from '#server/rooms/graph/index.ts'
import type { Reader } from '../core/cards.ts'
import { noteCache } from '../core/notices.ts'
import { canSee } from '../policy.ts'
import { countViews } from './count.ts'
import { SeenLately } from './seen.ts'

const WINDOW_MS = 30 * 60_000
/** Strangers of one network, told apart by what their browsers say of themselves, who count for one note: a browser can say anything. */
const STRANGERS = { burst: 40, seconds: 1800 } as const

const seenLately = (ctx: Context): SeenLately => ctx.hold('notes.seen', () => new SeenLately(ctx.clock.monotonic(), WINDOW_MS))

/** Who looks: the person, or for strangers the network with the browser's words. Only a salted hash of it is held, and not for long. */
export const lookerOf = (reader: Reader, req: FastifyRequest): Looker =>
  reader
    ? { key: `a${reader.accountId}`, network: null }
    : { key: `${networkOf(req.ip)} ${(req.headers['user-agent'] ?? '').slice(0, 300)}`, network: networkOf(req.ip) }

export interface Looker {
  key: string
  network: string | null
}

/**
 * Counts a look at each of these notes: once for each looker in half an hour, and only at published notes that this reader may see. Each process
 * remembers its own looks: whoever reaches several, or looks again after a restart, may be counted again.
 */
export async function look(ctx: Context, reader: Reader, looker: Looker, ids: readonly string[]): Promise<void> {
  const wanted = [...new Set(ids)]
  const cores = await noteCache(ctx).load(wanted)
  const [people, theirs] = await Promise.all([
    accountStandings(ctx, [...new Set([...cores.values()].map((c) => c.authorId))]),
    relations(ctx, reader?.accountId ?? null),
  ])
  const seen = seenLately(ctx)
  const now = ctx.clock.monotonic()
  const counted = wanted.filter((id) => {
    const core = cores.get(id)
    const author = core && people.get(core.authorId)
    if (!author || core.rootId !== null || core.state !== 'published' || !canSee(core, author, theirs)) return false
    if (!seen.isNew(looker.key, id, now)) return false
    return looker.network === null || ctx.limits.take('views of a note', `${looker.network} ${id}`, STRANGERS) === 0
  })
  countViews(ctx, counted)
}
