import type { Buffer } from 'node:buffer'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { FastifyReply, FastifyRequest, FastifyServerOptions } from 'fastify'
import { LRUCache } from 'lru-cache'
import { type Budget, countCall } from './budget.ts'
import { guardConnections, type Timeouts, timeouts } from './connections.ts'
import type { Context } from './context.ts'
import { addressOf } from './network.ts'

/** Anonymous answers are few: languages times pages. */
const MAX_ENTRIES = 300
const LONGEST_KEY = 500

interface Answer {
  bytes: Buffer
  /** As `writeHead` takes them fastest: name, value, name, value … */
  headers: string[]
  limit: Budget
}
interface Entry extends Answer {
  until: number
}

/** Bytes that a room has ready for what stands in an address behind a prefix; null: on the ordinary way. Asks nobody, so it can be asked before each answer. */
type AtOnce = (rest: string) => Buffer | null

interface Served {
  prefix: string
  limit: Budget
  find: AtOnce
  /** As an ordinary answer had them, once there was one; without the length. */
  headers: string[] | null
}

/**
 * Answers that are the same for everybody for a moment, given before any hook, parser or router has run: a feed that is asked for ten thousand
 * times a second costs little more than sending it. A route's handler hands in what it answers (with the headers that all hooks set for it), and for that
 * moment the same request, without cookie and token, gets the same answer. Where a room itself knows for each single answer whether its bytes still stand, it
 * says so by `serve`, and nothing withdrawn is given out. Rate limits count as ever.
 */
export class QuickAnswers {
  /** Given so far. */
  served = 0
  readonly #ctx: Context
  readonly #entries = new LRUCache<string, Entry>({ max: MAX_ENTRIES })
  readonly #served: Served[] = []

  constructor(ctx: Context) {
    this.#ctx = ctx
  }

  /** Keeps an answer for `ms` milliseconds if its request came from nobody in particular. To be called with all headers set, before sending. */
  keep(req: FastifyRequest, reply: FastifyReply, bytes: Buffer, ms: number, limit: Budget): void {
    const key = keyOf(req.raw)
    if (key === null) return
    const headers = [...headersOf(reply), 'content-length', String(bytes.length)]
    this.#entries.set(key, { bytes, headers, until: this.#ctx.clock.monotonic() + ms, limit })
  }

  /** Everything behind `prefix` that `find` has ready is answered by it: the same for everybody signed out in every language, with the same headers. To be called once a prefix. */
  serve(prefix: string, limit: Budget, find: AtOnce): void {
    this.#served.push({ prefix, limit, find, headers: null })
  }

  /** Takes the headers of an ordinary answer for what is served behind this prefix. To be called with all headers set, before sending. */
  learn(prefix: string, req: FastifyRequest, reply: FastifyReply): void {
    const served = this.#served.find((one) => one.prefix === prefix)
    if (served && served.headers === null && isNobodys(req.raw)) served.headers = headersOf(reply)
  }

  /** Answers at once if it can. */
  answer(req: IncomingMessage, res: ServerResponse): boolean {
    const found = this.#ready(req) ?? this.#lately(req)
    if (found === null) return false
    // Whoever is over the limit hears so on the ordinary way.
    const { limits, config } = this.#ctx
    if (countCall(limits, found.limit, null, addressOf(req.headers, req.socket.remoteAddress, config.trustProxy)) > 0) return false
    res.writeHead(200, found.headers)
    res.end(found.bytes)
    this.served++
    return true
  }

  #ready(req: IncomingMessage): Answer | null {
    const { url = '' } = req
    for (const { prefix, headers, limit, find } of this.#served) {
      if (headers === null || !url.startsWith(prefix) || !isNobodys(req)) continue
      const bytes = find(url.slice(prefix.length))
      if (bytes !== null) return { bytes, headers: [...headers, 'content-length', String(bytes.length)], limit }
    }
    return null
  }

  #lately(req: IncomingMessage): Answer | null {
    const key = keyOf(req)
    const entry = key === null ? undefined : this.#entries.get(key)
    return entry === undefined || entry.until <= this.#ctx.clock.monotonic() ? null : entry
  }
}

/** All headers that say something of every such answer, as `writeHead` takes them. */
const headersOf = (reply: FastifyReply): string[] =>
  Object.entries(reply.getHeaders()).flatMap(([name, value]) =>
    name === 'date' || name === 'content-length' || value === undefined ? [] : [name, String(value)],
  )

/** Not so of whatever must go the ordinary way: writes and whatever has a body, anybody who may be somebody, conditional and partial requests. */
const isNobodys = ({ method, headers }: IncomingMessage): boolean =>
  method === 'GET' &&
  headers.cookie === undefined &&
  headers.authorization === undefined &&
  headers.range === undefined &&
  headers['if-none-match'] === undefined &&
  headers['content-length'] === undefined &&
  headers['transfer-encoding'] === undefined

function keyOf(req: IncomingMessage): string | null {
  if (req.url === undefined || !isNobodys(req)) return null
  const { accept = '', 'accept-language': languages = '' } = req.headers
  const key = `${req.url} ${languages} ${accept}`
  return key.length > LONGEST_KEY ? null : key
}

export const quickAnswers = (ctx: Context): QuickAnswers => ctx.hold('platform.quick', () => new QuickAnswers(ctx))

/** Fastify's own server with the quick answers in front. */
export const quickServer =
  (ctx: Context, how: Timeouts = timeouts): NonNullable<FastifyServerOptions['serverFactory']> =>
  (handler): Server => {
    const quick = quickAnswers(ctx)
    const server = createServer({ connectionsCheckingInterval: Math.min(2000, how.headersMs / 4) }, (req, res) => {
      if (quick.answer(req, res)) return
      watch(req, res)
      handler(req, res)
    })
    const watch = guardConnections(ctx, server, how)
    return server
  }
