import { type IncomingHttpHeaders, STATUS_CODES } from 'node:http'
import type { Socket } from 'node:net'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { ZodError, z } from 'zod'
import { isEngines, isFull } from './db.ts'
import { knows, negotiate, say } from './i18n.ts'
import { InvalidInput } from './input.ts'
import { type Fail, fail, internal, invalid, type ProblemKind, storageFull, unavailable } from './result.ts'
import { Problem } from './schema.ts'

/** The problem document (RFC 9457) of a refusal, in the caller's language. */
export function problemOf(refusal: Fail, locale: string): Problem & Record<string, unknown> {
  const { problem, params = {}, fields } = refusal
  const detail = `${problem.code}.detail`
  return {
    type: 'about:blank',
    title: say(locale, problem.code, params),
    status: problem.status,
    code: problem.code,
    ...(knows(detail) ? { detail: say(locale, detail, params) } : {}),
    ...(fields ? { fields: Object.fromEntries(Object.entries(fields).map(([f, key]) => [f, say(locale, key, params)])) } : {}),
    ...refusal.extra,
  }
}

export function sendProblem(req: FastifyRequest, reply: FastifyReply, refusal: Fail) {
  // Whoever is told how long to wait is told so in the header, too.
  const seconds = refusal.params?.seconds
  if (typeof seconds === 'number') reply.header('retry-after', seconds)
  // Written out by hand: the route's response schemas are about success.
  return reply
    .code(refusal.problem.status)
    .type('application/problem+json; charset=utf-8')
    .header('cache-control', 'no-store')
    .send(Buffer.from(JSON.stringify(problemOf(refusal, req.locale))))
}

/** Zod's complaints as words per field. */
export function fieldsOf(issues: readonly z.core.$ZodIssue[], locale: string): Record<string, string> {
  const fields = new Map<string, string>()
  for (const i of issues) {
    const at = i.path.join('.') || 'body'
    if (!fields.has(at)) fields.set(at, wordsOf(i, locale))
  }
  return Object.fromEntries(fields)
}

function wordsOf(i: z.core.$ZodIssue, locale: string): string {
  if (i.code === 'invalid_type' && i.input === undefined) return say(locale, 'field.required')
  if (i.code === 'too_small' && i.origin === 'string')
    return Number(i.minimum) <= 1 ? say(locale, 'field.required') : say(locale, 'field.too-short', { minimum: Number(i.minimum) })
  if (i.code === 'too_big') return say(locale, i.origin === 'string' ? 'field.too-long' : 'field.too-many', { maximum: Number(i.maximum) })
  // A refinement or a custom message may name a key of ours.
  return knows(i.message) ? say(locale, i.message) : say(locale, 'field.format')
}

const byStatus: Record<number, string> = {
  413: 'too-large',
  404: 'not-found',
  429: 'too-many-requests',
  401: 'sign-in-first',
  403: 'forbidden',
  408: 'too-slow',
  415: 'unsupported-type',
  431: 'too-large',
}

/** The problem that goes with a status of the layers below us. */
const kindOf = (status: number): ProblemKind => ({ code: byStatus[status] ?? 'invalid', status })

/** The table of open files is full: it passes as connections end. */
const isOutOfFiles = (error: unknown) => ['EMFILE', 'ENFILE'].includes(String((error as { code?: unknown } | null)?.code))

/** About as long as the embedded engine takes to come back, s. */
export const AWAY_SECONDS = 2

/** A hook for `onSend`: whatever answers 503 (a problem, a page, `/healthz`) says when to ask again, should it not have said so itself. */
export function sayWhenAgain(
  _req: FastifyRequest,
  reply: FastifyReply,
  payload: unknown,
  done: (error: null, payload: unknown) => void,
): void {
  if (reply.statusCode === unavailable.status && !reply.hasHeader('retry-after')) reply.header('retry-after', AWAY_SECONDS)
  done(null, payload)
}

/** Anything thrown on the way, as a problem. */
export const sendThrown = (error: unknown, req: FastifyRequest, reply: FastifyReply) => sendProblem(req, reply, refusalOf(error, req))

/** What is said to whoever met with an error. A bug is logged with a number the person can tell the operator. */
export function refusalOf(error: unknown, req: Pick<FastifyRequest, 'id' | 'locale' | 'log'>): Fail {
  if (error instanceof InvalidInput || error instanceof ZodError) {
    const { issues } = error
    return fail(invalid, issues.length ? { extra: { fields: fieldsOf(issues, req.locale) } } : {})
  }
  const status = (error as { statusCode?: number }).statusCode
  if (status && status >= 400 && status < 500) return fail(kindOf(status), { params: { seconds: 30 } })
  if (isFull(error)) {
    req.log.error({ err: error }, 'the disk is full')
    return fail(storageFull)
  }
  if (isEngines(error) || isOutOfFiles(error) || status === 503) {
    req.log.warn({ err: error }, isOutOfFiles(error) ? 'no more files or connections can be opened (ulimit -n)' : 'the database is away')
    return fail(unavailable)
  }
  req.log.error({ err: error, id: req.id }, 'unexpected')
  return fail(internal, { params: { id: req.id } })
}

/** A request that never became one: its address cannot be read. No hook has run, so the browser's word is all there is. */
export function sendUnreadable(error: { statusCode?: number }, req: FastifyRequest, reply: FastifyReply) {
  req.locale = negotiate(req.headers['accept-language'])
  return sendProblem(req, reply, fail(kindOf(error.statusCode ?? 400)))
}

const byFault = new Map([
  ['ERR_HTTP_REQUEST_TIMEOUT', 408],
  ['HPE_HEADER_OVERFLOW', 431],
])

/** Bytes that are not HTTP at all: a problem, too, written straight to the socket, which is gone after `lingerMs` at the latest. */
export function answerNonsense(error: { code?: string; rawPacket?: unknown }, socket: Socket, lingerMs: number): void {
  if (error.code === 'ECONNRESET' || !socket.writable) return void socket.destroy()
  // The part that came last is all there is of the request: often its address is odd and the rest well-formed.
  const part = Buffer.isBuffer(error.rawPacket) ? error.rawPacket.toString('latin1', 0, 16_384) : ''
  const [, wish] = /\r\naccept-language:[ \t]*([^\r\n]{1,200})/i.exec(part) ?? []
  const refusal = fail(kindOf(byFault.get(error.code ?? '') ?? 400))
  writeProblem(socket, lingerMs, refusal, negotiate(wish), { bodiless: part.startsWith('HEAD ') })
}

/** About as long as a start takes, s. */
const START_SECONDS = 5

/** The site stops before it could answer: said past Fastify, straight to the socket of a request whose answer has not begun; gone after `lingerMs`. */
export function refuseStopping(headers: IncomingHttpHeaders, socket: Socket, lingerMs: number): void {
  if (!socket.writable) return void socket.destroy()
  writeProblem(socket, lingerMs, fail(unavailable), negotiate(headers['accept-language']), { more: `retry-after: ${START_SECONDS}\r\n` })
}

/**
 * Our side is closed with the last byte, but the other one may keep theirs open and send for ever: the socket is destroyed `lingerMs` later,
 * whatever comes. Not at once: that would meet what still comes, and the answer be lost in a reset.
 */
function writeProblem(
  socket: Socket,
  lingerMs: number,
  refusal: Fail,
  locale: string,
  { more = '', bodiless = false }: { more?: string; bodiless?: boolean } = {},
): void {
  const body = Buffer.from(JSON.stringify(problemOf(refusal, locale)))
  const { status } = refusal.problem
  const head = `HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\ncontent-type: application/problem+json; charset=utf-8\r\ncontent-length: ${body.length}\r\ncache-control: no-store\r\n${more}connection: close\r\n\r\n`
  // After HEAD, what follows the head would be read as the next answer.
  socket.end(bodiless ? head : Buffer.concat([Buffer.from(head), body]))
  const timer = setTimeout(() => socket.destroy(), lingerMs)
  timer.unref()
  socket.once('close', () => clearTimeout(timer))
}

/** Response schemas with the problems a route of this kind can answer. `reads`: it takes something in that can be wrong. */
export function problemResponses(own: Record<number, z.ZodType | null>, access: string, reads: boolean): Record<string, unknown> {
  const all: Record<number, unknown> = {}
  for (const [status, schema] of Object.entries(own)) all[Number(status)] = schema ?? z.null().describe('Done; no body.')
  const problems = [...(reads ? [400] : []), ...(access === 'public' ? [] : [401, 403]), 404, 429]
  for (const status of problems) all[status] ??= Problem
  return all
}
