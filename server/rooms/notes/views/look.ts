import type { FastifyRequest } from 'fastify'
import type { Context } from '#server/platform/context.ts'
import { networkOf } from '#server/platform/network.ts'
import type { Reader } from '../core/cards.ts'
import { type Looker, noteLook } from './count.ts'
import { seenLately } from './settle.ts'

/** Who looks: the person, or for strangers the network with the browser's words. Of the latter only a salted hash is held, and not for long. */
export const lookerOf = (reader: Reader, req: FastifyRequest): Looker => {
  if (reader) return { key: `a${reader.accountId}`, accountId: reader.accountId, network: null }
  const network = networkOf(req.ip)
  return { key: `${network} ${(req.headers['user-agent'] ?? '').slice(0, 300)}`, accountId: null, network }
}

/**
 * Takes a look at each of these notes: it counts once for each looker in half an hour, and only at published notes that this looker may see. Here
 * only looks that counted already are let go; the others are settled together (see settle.ts). Each process remembers its own looks: whoever
 * reaches several, or looks again after a restart, may be counted again.
 */
export function look(ctx: Context, looker: Looker, ids: readonly string[]): void {
  const seen = seenLately(ctx)
  const now = ctx.clock.monotonic()
  const markOf = seen.marksOf(looker.key)
  for (const id of ids) {
    const mark = markOf(id)
    if (!seen.has(mark, now)) noteLook(ctx, mark, { noteId: id, accountId: looker.accountId, network: looker.network, at: now })
  }
}
