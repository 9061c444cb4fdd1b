import { Buffer } from 'node:buffer'
import { randomBytes, timingSafeEqual } from 'node:crypto'
import type { FastifyRequest } from 'fastify'
import type { Context } from './context.ts'

const HEADER = 'x-vermilion-inside'

/** Whose purse a call of our own pays from. `free`: nobody's, it is the site's own business. `page`: the page has paid for it, unless the route has a limit of its own. */
export type Inside = 'free' | 'page'

const word = (ctx: Context): string => ctx.hold('platform.inside', () => randomBytes(18).toString('base64url'))

/** Headers of a call that this process makes to its own API. The word in them is known to nobody else and never leaves it. */
export const inside = (ctx: Context, kind: Inside): Record<string, string> => ({ [HEADER]: `${kind} ${word(ctx)}` })

/** Whether a request is a call of our own, and of which kind; null for everything that came over the network. */
export function insideOf(ctx: Context, req: FastifyRequest): Inside | null {
  const said = req.headers[HEADER]
  if (typeof said !== 'string') return null
  const kind = (['free', 'page'] as const).find((one) => said.startsWith(`${one} `))
  if (!kind) return null
  const [given, right] = [Buffer.from(said.slice(kind.length + 1)), Buffer.from(word(ctx))]
  return given.length === right.length && timingSafeEqual(given, right) ? kind : null
}
