import type { Buffer } from 'node:buffer'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { FastifyReply, FastifyRequest, FastifyServerOptions } from 'fastify'
import { LRUCache } from 'lru-cache'
import { type Budget, countCall } from './budget.ts'
import { guardConnections, type Patience, patience } from './connections.ts'
import type { Context } from './context.ts'
import { addressOf } from './network.ts'

/** Anonymous answers are few: languages times pages. */
const KEPT = 300
const LONGEST_KEY = 500

interface Kept {
  bytes: Buffer
  /** As `writeHead` takes them fastest: name, value, name, value … */
  headers: string[]
  until: number
  limit: Budget
}

/**
 * Answers that are the same for everybody for a moment, given before any hook, parser or router has run: a feed that is asked for ten thousand
 * times a second costs little more than sending it. A route's handler hands in what it answers (with the headers that all hooks set for it), and for that
 * moment the same request, without cookie and token, gets the same answer. Rate limits count as ever.
 */
export class QuickAnswers {
  /** Given so far. */
  served = 0
  readonly #ctx: Context
  readonly #kept = new LRUCache<string, Kept>({ max: KEPT })

  constructor(ctx: Context) {
    this.#ctx = ctx
  }

  /** Keeps an answer for `ms` milliseconds if its request came from nobody in particular. To be called with all headers set, before sending. */
  keep(req: FastifyRequest, reply: FastifyReply, bytes: Buffer, ms: number, limit: Budget): void {
    const key = keyOf(req.raw)
    if (key === null) return
    const headers = Object.entries(reply.getHeaders()).flatMap(([name, value]) =>
      name === 'date' || name === 'content-length' || value === undefined ? [] : [name, String(value)],
    )
    headers.push('content-length', String(bytes.length))
    this.#kept.set(key, { bytes, headers, until: this.#ctx.clock.monotonic() + ms, limit })
  }

  /** Answers at once if it can. */
  answer(req: IncomingMessage, res: ServerResponse): boolean {
    const key = keyOf(req)
    if (key === null) return false
    const kept = this.#kept.get(key)
    if (kept === undefined || kept.until <= this.#ctx.clock.monotonic()) return false
    // Whoever is over the limit hears so on the ordinary way.
    const { limits, config } = this.#ctx
    if (countCall(limits, kept.limit, null, addressOf(req.headers, req.socket.remoteAddress, config.trustProxy)) > 0) return false
    res.writeHead(200, kept.headers)
    res.end(kept.bytes)
    this.served++
    return true
  }
}

/** Null for whatever must go the ordinary way: writes, anybody who may be somebody, conditional and partial requests. */
function keyOf({ method, url, headers }: IncomingMessage): string | null {
  if (method !== 'GET' || url === undefined) return null
  const { cookie, authorization, range, accept = '' } = headers
  if (cookie !== undefined || authorization !== undefined || range !== undefined || headers['if-none-match'] !== undefined) return null
  const key = `${url} ${headers['accept-language'] ?? ''} ${accept}`
  return key.length > LONGEST_KEY ? null : key
}

export const quickAnswers = (ctx: Context): QuickAnswers => ctx.hold('platform.quick', () => new QuickAnswers(ctx))

/** Fastify's own server with the quick answers in front. */
export const quickServer =
  (ctx: Context, how: Patience = patience): NonNullable<FastifyServerOptions['serverFactory']> =>
  (handler): Server => {
    const quick = quickAnswers(ctx)
    const server = createServer({ connectionsCheckingInterval: Math.min(2000, how.headersMs / 4) }, (req, res) => {
      if (!quick.answer(req, res)) handler(req, res)
    })
    guardConnections(ctx, server, how)
    return server
  }
