import { readFileSync } from 'node:fs'
import type { IncomingMessage, Server, ServerResponse } from 'node:http'
import type { Context } from './context.ts'
import { answerNonsense, refuseStopping } from './problem.ts'

/** How long the other side may take. Times in milliseconds. */
export interface Timeouts {
  /** For all headers. */
  headersMs: number
  /** For a whole request, however large. */
  requestMs: number
  /** A body is not looked at before this. */
  graceMs: number
  /** Bytes a second that a body has to bring on average after that. */
  bytesPerSecond: number
  /** An idle connection is kept for the next request; longer than proxies keep theirs. */
  idleMs: number
  /** Nothing moves at all, in either direction: who never reads an answer, too. */
  stillMs: number
  /** A body whose request is answered already is read away for so long, so that the answer is heard. */
  lingerMs: number
  /** Once the site is told to stop, how long a body may still take to come; then its request is refused. */
  closingMs: number
  /** And how long the site may take for its answers to what has come whole; then they are refused, too. */
  answeringMs: number
}
export const timeouts: Timeouts = {
  headersMs: 10_000,
  requestMs: 600_000,
  graceMs: 20_000,
  bytesPerSecond: 1024,
  idleMs: 65_000,
  stillMs: 120_000,
  lingerMs: 5_000,
  closingMs: 10_000,
  answeringMs: 30_000,
}

/** Files beside connections: the database, modules, workers, the log. */
const RESERVE = 100
const LEAST = 16

/** How many connections fit: each may have a picture open beside its socket. Null where the limit cannot be read. */
export function connectionsFor(limits: string | null): number | null {
  const soft = /^Max open files\s+(\d+)/m.exec(limits ?? '')?.[1]
  return soft === undefined ? null : Math.max(LEAST, Math.floor((Number(soft) - RESERVE) / 2))
}
const readLimits = (): string | null => {
  try {
    return readFileSync('/proc/self/limits', 'utf8')
  } catch {
    return null
  }
}

interface Open {
  req: IncomingMessage
  res: ServerResponse
  since: number
  bytes: number
}

/** What is being answered, by server: who is told to stop has nothing else to go by. */
const answering = new WeakMap<Server, Set<ServerResponse>>()

/** What is counted of a server's connections, for `/metrics`. */
export class Connections {
  refused = 0
  slow = 0
}
export const connectionsOf = (ctx: Context): Connections => ctx.hold('platform.connections', () => new Connections())

/** To be told of each request before it is handled, unless it is answered at once. */
export type Watch = (req: IncomingMessage, res: ServerResponse) => void

/** Ends what never ends by itself: bodies that dribble, connections that stand still, and more of them than there are files. */
export function guardConnections(ctx: Context, server: Server, how: Timeouts): Watch {
  const counted = connectionsOf(ctx)
  const open = new Set<Open>()
  server.headersTimeout = how.headersMs
  server.requestTimeout = how.requestMs
  server.keepAliveTimeout = how.idleMs
  server.setTimeout(how.stillMs)
  const most = connectionsFor(readLimits())
  if (most !== null) server.maxConnections = most
  server.on('drop', () => {
    counted.refused++
    ctx.log.warn({ size: most ?? 0 }, 'a connection was refused: as many as open files allow (ulimit -n) are there')
  })
  let many = 0
  server.on('connection', (socket) => {
    many++
    socket.once('close', () => many--)
    // Before anybody has to be refused, those who only wait go.
    if (most !== null && many > most * 0.9) server.closeIdleConnections()
  })
  const unanswered = new Set<ServerResponse>()
  answering.set(server, unanswered)
  const every = Math.max(50, Math.min(1000, how.graceMs / 4))
  const timer = setInterval(() => {
    const at = performance.now()
    for (const one of open) {
      const { req, res } = one
      if (req.complete) open.delete(one)
      // It is we who do not read: nothing can come.
      else if (req.isPaused() || req.readableLength >= req.readableHighWaterMark) one.since += every
      else if (req.socket.bytesRead - one.bytes < ((at - one.since - how.graceMs) / 1000) * how.bytesPerSecond) {
        open.delete(one)
        counted.slow++
        if (!res.headersSent) answerNonsense({ code: 'ERR_HTTP_REQUEST_TIMEOUT' }, req.socket, how.lingerMs)
        else setTimeout(() => req.socket.destroy(), how.lingerMs).unref()
      }
    }
  }, every)
  timer.unref()
  server.once('close', () => clearInterval(timer))
  return (req, res) => {
    unanswered.add(res)
    res.once('close', () => unanswered.delete(res))
    if (req.complete || (req.headers['content-length'] === undefined && req.headers['transfer-encoding'] === undefined)) return
    const one: Open = { req, res, since: performance.now(), bytes: req.socket.bytesRead }
    open.add(one)
    res.once('finish', () => linger(req, how.lingerMs))
    res.once('close', () => open.delete(one))
  }
}

/** The answer is out and the body still comes: read it away for a while, or the other side meets a reset instead of the answer; then end. */
function linger(req: IncomingMessage, ms: number): void {
  if (req.complete || req.destroyed) return
  req.unpipe()
  req.resume()
  const timer = setTimeout(() => req.socket.destroy(), ms)
  timer.unref()
  req.once('close', () => clearTimeout(timer))
}

/**
 * Lets requests be answered to their end, connection by connection. Whose body does not come is refused in words after `closingMs`; what has come
 * whole is the site's own work, and refused only after `answeringMs`. Nobody meets a connection that was cut without a word. To be called while
 * the server begins to close.
 */
export function closeGently(server: Server, { closingMs, answeringMs, lingerMs }: Timeouts): void {
  if (!server.listening) return
  const open = answering.get(server)
  const since = performance.now()
  const each = setInterval(() => {
    server.closeIdleConnections()
    const waited = performance.now() - since
    if (waited < closingMs) return
    for (const res of open ?? []) if (!res.req.complete || waited >= answeringMs) refuse(res, lingerMs)
  }, 50)
  // Answers that nobody reads and headers that never end.
  const last = setTimeout(() => server.closeAllConnections(), answeringMs + lingerMs)
  server.once('close', () => {
    clearInterval(each)
    clearTimeout(last)
  })

  function refuse(res: ServerResponse, ms: number): void {
    open?.delete(res)
    const { req } = res
    // What has begun goes on until the end of everything.
    if (res.headersSent) return
    refuseStopping(req.headers, req.socket, ms)
  }
}
