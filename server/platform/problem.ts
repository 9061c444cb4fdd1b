import type { FastifyReply, FastifyRequest } from 'fastify'
import { ZodError, z } from 'zod'
import { knows, say } from './i18n.ts'
import { type Fail, fail, internal, invalid, type ProblemKind } from './result.ts'
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
  // Written out by hand: the route's response schemas are about success.
  return reply
    .code(refusal.problem.status)
    .type('application/problem+json; charset=utf-8')
    .header('cache-control', 'no-store')
    .send(Buffer.from(JSON.stringify(problemOf(refusal, req.locale))))
}

/** Zod's complaints as words per field. */
export function fieldsOf(issues: readonly z.core.$ZodIssue[], locale: string): Record<string, string> {
  const fields: Record<string, string> = {}
  for (const i of issues) {
    const at = i.path.join('.') || 'body'
    fields[at] ??= wordsOf(i, locale)
  }
  return fields
}

function wordsOf(i: z.core.$ZodIssue, locale: string): string {
  if (i.code === 'invalid_type' && i.input === undefined) return say(locale, 'field.required')
  if (i.code === 'too_small' && i.origin === 'string')
    return Number(i.minimum) <= 1 ? say(locale, 'field.required') : say(locale, 'field.too-short', { minimum: Number(i.minimum) })
  if (i.code === 'too_big') return say(locale, i.origin === 'string' ? 'field.too-long' : 'field.too-many', { maximum: Number(i.maximum) })
  // A refinement or a custom message may name a key of ours.
  return knows(i.message) ? say(locale, i.message) : say(locale, 'field.format')
}

interface DoorError {
  validation?: { params?: { issue?: z.core.$ZodIssue } }[]
  statusCode?: number
  code?: string
  cause?: unknown
}

const byStatus: Record<number, string> = {
  413: 'too-large',
  404: 'not-found',
  429: 'too-many-requests',
  401: 'sign-in-first',
  403: 'forbidden',
}

/** Anything thrown on the way, as a problem. A bug is logged with a number the person can tell the operator. */
export function sendThrown(error: unknown, req: FastifyRequest, reply: FastifyReply) {
  const e = error as DoorError
  const issues = error instanceof ZodError ? error.issues : (e.validation?.map((v) => v.params?.issue).filter((i) => i !== undefined) ?? [])
  if (e.validation || error instanceof ZodError) {
    const refusal = fail(invalid, issues.length ? { extra: { fields: fieldsOf(issues, req.locale) } } : {})
    return sendProblem(req, reply, refusal)
  }
  const status = e.statusCode
  if (status && status >= 400 && status < 500) {
    const code = byStatus[status] ?? 'invalid'
    const kind: ProblemKind = { code, status }
    return sendProblem(req, reply, fail(kind, { params: { seconds: 30 } }))
  }
  req.log.error({ err: error, id: req.id }, 'unexpected')
  return sendProblem(req, reply, fail(internal, { params: { id: req.id } }))
}

/** Response schemas with the problems a route of this kind can answer. */
export function problemResponses(own: Record<number, z.ZodType | null>, access: string, writes: boolean): Record<string, unknown> {
  const all: Record<string, unknown> = {}
  for (const [status, schema] of Object.entries(own)) all[status] = schema ?? z.null().describe('Done; no body.')
  const problems = [...(writes ? [400] : []), ...(access === 'public' ? [] : [401, 403]), 404, 429]
  for (const status of problems) all[status] ??= Problem
  return all
}
