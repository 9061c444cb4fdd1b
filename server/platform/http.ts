import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { type Budget, countCall, READS, WRITES } from './budget.ts'
import type { Context } from './context.ts'
import { type ListSeal, listSeal } from './cursor.ts'
import { KEY_LENGTH, keyTooLong } from './input.ts'
import { insideOf } from './inside.ts'
import { everyTime, type Once, onceOf, resultOf } from './once.ts'
import { problemResponses as responses, sendProblem } from './problem.ts'
import { type Fail, fail, forbidden, leavingAccount, signInFirst, suspendedAccount, tooMany } from './result.ts'

export type App = FastifyInstance

/** Who is calling, as the door found out from cookie or bearer token. */
export interface Viewer {
  accountId: string
  handle: string
  role: 'person' | 'moderator' | 'admin'
  locale: string
  /** Languages this person reads. */
  languages: string[]
  sessionId: string
  /** A suspended person reads, exports and leaves, and does nothing else. */
  suspended: boolean
  /** Waits for the deletion of the account: the same holds, until it is taken back. */
  leaving?: boolean
}

/** One declared route, for checks that must know all of them. */
export interface RouteInfo {
  method: Method
  url: string
  access: Access
  suspendedToo: boolean
  proof: boolean
  query?: z.ZodType
  body?: z.ZodType
  params?: z.ZodType
  /** What an `Idempotency-Key` does here; null: it is not a call that makes something. */
  key: 'kept' | 'own' | 'never' | null
  response: Record<number, z.ZodType | null>
  /** What a call takes from; docs/operate.md lists them. */
  budget: Budget
  /** For calls of the site to itself (own-calls.ts); null: none are made, since this answers in a way of its own. */
  own: OwnRoute | null
}

/** What it takes to answer a call of the site to itself, without HTTP. */
export interface OwnRoute {
  handler(call: Call<unknown, unknown, unknown, Access>): unknown
  /** A budget of this route's own: the common ones are paid by the page. */
  limit: Budget | null
  isList: boolean
  status: number
  told: boolean
}

declare module 'fastify' {
  interface FastifyInstance {
    routeTable: RouteInfo[]
  }
  interface FastifyRequest {
    viewer: Viewer | null
    locale: string
  }
  interface FastifyContextConfig {
    access?: Access
    /** May be called by someone suspended (signing out, leaving, taking data out). */
    suspendedToo?: boolean
  }
}

/** Who may call: anyone; someone signed in; a moderator or administrator; an administrator. */
export type Access = 'public' | 'account' | 'moderator' | 'admin'
type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
type Schema = z.ZodType
type Out<S> = S extends Schema ? z.output<S> : undefined

export interface Call<P, Q, B, A extends Access> {
  viewer: A extends 'public' ? Viewer | null : Viewer
  params: P
  query: Q
  body: B
  locale: string
  /** The caller's `Idempotency-Key`, if any. */
  key: string | null
  /** The one intention behind that key: see `again`. */
  once: Once
  /** For a list that is answered as bytes; in all others the door opens and seals the cursors. */
  list: ListSeal
  req: FastifyRequest
  reply: FastifyReply
}

export interface RouteOf<P, Q, B, A extends Access> {
  method: Method
  url: string
  access: A
  tags: string[]
  summary: string
  description?: string
  params?: P
  query?: Q
  body?: B
  /** Status → schema; the first one is the status of success. A null schema has no body. */
  response: Record<number, Schema | null>
  /** Taken from the person who is signed in, else from the network. Without it the common budgets for reads and writes hold. */
  limit?: Budget
  suspendedToo?: boolean
  /** Changes how someone gets in: refused with `proof-needed` unless its holder has shown lately that it is oneself. The room sees to it. */
  proof?: boolean
  /** How the site itself asks, where `handler` writes to the reply: the same answer as an object. */
  own?: (call: Omit<Call<Out<P>, Out<Q>, Out<B>, A>, 'req' | 'reply'>) => unknown
  /** Of all that an answer to somebody signed out names, every change is told (heard.ts): a page made of it is kept until then. */
  told?: boolean
  /** `raw`: the handler answers by itself (streams, uploads). */
  raw?: boolean
  /** Fields of a multipart form, for the documentation: the handler reads it by itself. */
  form?: Schema
  /** The type of the picture that a raw route answers with. */
  picture?: string
  hide?: boolean
  bodyLimit?: number
  /**
   * For calls that make something: how what was made is read when the same call comes again under its `Idempotency-Key`. Only its id is kept. `never`: the
   * answer (or the question) holds a secret, so nothing at all is kept, or nothing is made: a key means nothing here. `own`: the handler looks after the key by itself.
   */
  again?: ((call: Call<Out<P>, Out<Q>, Out<B>, A>, id: string) => unknown) | 'never' | 'own'
  handler(call: Call<Out<P>, Out<Q>, Out<B>, A>): unknown
}

const rank = { person: 0, moderator: 1, admin: 2 } as const

/** Whether the caller may come in at all; what they may do with which row is for the room's policy. */
export function admit(access: Access, suspendedToo: boolean, viewer: Viewer | null): Fail | null {
  if (access === 'public') return null
  if (!viewer) return fail(signInFirst)
  // Whoever is suspended or on the way out looks after nothing any more, not even by reading.
  const staff = access === 'moderator' || access === 'admin'
  if (viewer.suspended && (staff || !suspendedToo)) return fail(viewer.leaving ? leavingAccount : suspendedAccount)
  if (access === 'moderator' && rank[viewer.role] < 1) return fail(forbidden)
  if (access === 'admin' && rank[viewer.role] < 2) return fail(forbidden)
  return null
}

/**
 * Declares a route: door policy, limits, idempotency and answers in one place, so that a room's `api.ts` only says what is its own.
 * Suspended people may read whatever is public; writing needs `suspendedToo`.
 */
export function route<
  A extends Access,
  P extends Schema | undefined = undefined,
  Q extends Schema | undefined = undefined,
  B extends Schema | undefined = undefined,
>(app: App, ctx: Context, r: RouteOf<P, Q, B, A>): void {
  const [first = 200, schema = null] = Object.entries(r.response).map(([s, z]) => [Number(s), z] as const)[0] ?? []
  const writes = r.method !== 'GET'
  const budget: Budget = r.limit ?? (writes ? WRITES : READS)
  const suspendedToo = r.suspendedToo ?? !writes
  const isList = isListRoute(r.query)
  if (!app.hasDecorator('routeTable')) app.decorate('routeTable', [])
  app.routeTable.push({
    method: r.method,
    url: r.url,
    access: r.access,
    suspendedToo,
    proof: r.proof ?? false,
    response: r.response,
    budget,
    key: typeof r.again === 'function' ? 'kept' : (r.again ?? null),
    own: writes || r.raw ? null : ownOf(r, isList, first),
    ...(r.params ? { params: r.params } : {}),
    ...(r.query ? { query: r.query } : {}),
    ...(r.body ? { body: r.body } : {}),
  })
  app.route({
    method: r.method,
    url: r.url,
    ...(r.bodyLimit ? { bodyLimit: r.bodyLimit } : {}),
    config: { access: r.access, suspendedToo },
    schema: {
      tags: r.tags,
      summary: r.summary,
      ...(described(r) ? { description: described(r) } : {}),
      ...(r.hide ? { hide: true } : {}),
      security: [...(r.access === 'public' ? [{}] : []), { bearer: [] }, { cookie: [] }],
      ...(r.form ? { 'x-form': z.toJSONSchema(r.form, { io: 'input', unrepresentable: 'any' }) } : {}),
      ...(r.again && r.again !== 'never' ? { 'x-keyed': true } : {}),
      ...(r.picture ? { 'x-picture': r.picture } : {}),
      ...(r.params ? { params: r.params } : {}),
      ...(r.query ? { querystring: r.query } : {}),
      ...(r.body ? { body: r.body } : {}),
      response: responses(r.response, r.access, writes || Boolean(r.params ?? r.query)),
    },
    // Before the body is parsed: a refused caller costs us nothing.
    onRequest: async (req, reply) => {
      reply.headers(r.access !== 'public' || req.viewer ? OWN : ANYBODYS)
      const refusal = admit(r.access, suspendedToo, req.viewer)
      if (refusal) return sendProblem(req, reply, refusal)
      const ours = insideOf(ctx, req)
      if (ours === 'free' || (ours === 'page' && !r.limit)) return
      const wait = countCall(ctx.limits, budget, req.viewer, req.ip)
      if (wait > 0) return sendProblem(req, reply, fail(tooMany, { params: { seconds: wait } }))
    },
    handler: async (req, reply) => {
      const key = writes ? header(req, 'idempotency-key') : null
      if (key && key.length > KEY_LENGTH) return sendProblem(req, reply, keyTooLong())
      const list = isList ? listSeal(ctx.seal, listName(r, req)) : noList
      const { again } = r
      const once: Once =
        key && req.viewer && typeof again === 'function'
          ? onceOf(ctx, {
              owner: req.viewer.accountId,
              key,
              call: `${r.method} ${req.url}`,
              again: (id) => again(call, id),
              onReplay: () => void reply.header('idempotency-replayed', 'true'),
            })
          : everyTime
      const call: Call<Out<P>, Out<Q>, Out<B>, A> = {
        viewer: req.viewer,
        params: req.params,
        query: isList ? { ...(req.query as object), cursor: list.open((req.query as { cursor?: string }).cursor) } : req.query,
        body: req.body,
        locale: req.locale,
        key,
        once,
        list,
        req,
        reply,
      } as unknown as Call<Out<P>, Out<Q>, Out<B>, A>
      if (r.raw) {
        await r.handler(call)
        return reply
      }
      const work = async () => resultOf(await r.handler(call))
      // A form is read by its handler, and only then is it known what was asked. A body that nobody asked for was not looked at, and says nothing.
      const said = await (r.form ? work() : once.run(r.body ? JSON.stringify(req.body ?? null) : 'null', work))
      if (reply.sent) return reply
      if (!said.ok) return sendProblem(req, reply, said)
      reply.code(first)
      if (!schema) return reply.send()
      return reply.send(isList ? sealed(said.value, list) : said.value)
    },
  })
}

const ownOf = <A extends Access, P extends Schema | undefined, Q extends Schema | undefined, B extends Schema | undefined>(
  r: RouteOf<P, Q, B, A>,
  isList: boolean,
  status: number,
): OwnRoute => ({
  handler: (r.own ?? r.handler) as OwnRoute['handler'],
  limit: r.limit ?? null,
  isList,
  status,
  told: r.told ?? false,
})

/** What is somebody's own is kept by nobody on the way; what strangers get is asked for again each time, unless its handler says otherwise. */
const VARY = 'cookie, authorization, accept-language'
const OWN = { 'cache-control': 'private, no-store', vary: VARY }
const ANYBODYS = { 'cache-control': 'no-cache', vary: VARY }

/** Whether a route answers page by page. */
export const isListRoute = (query: Schema | undefined): boolean => query instanceof z.ZodObject && 'cursor' in query.shape

/** Of routes that answer no list. */
export const noList: ListSeal = { open: () => undefined, close: (position) => position }

/** Which list a call is about, and whose: everything but the place in it and how much of it. */
export function listName(r: { url: string }, req: { query: unknown; params: unknown; viewer: Viewer | null }): unknown[] {
  const { cursor, limit, ...query } = (req.query ?? {}) as Record<string, unknown>
  return [r.url, req.params, Object.entries(query).sort(([a], [b]) => (a < b ? -1 : 1)), req.viewer?.accountId ?? null]
}

export const sealed = (body: unknown, list: ListSeal): unknown =>
  typeof body === 'object' && body !== null && 'next' in body ? { ...body, next: list.close(body.next as string | null) } : body

const PROOF =
  'Answers problem `proof-needed` (403) unless `POST /v1/me/proof` was called in this session within five minutes, or its fields come along.'
const described = (r: { description?: string; proof?: boolean }) => [r.description, r.proof && PROOF].filter(Boolean).join('\n\n')

const header = (req: FastifyRequest, name: 'idempotency-key'): string | null => {
  const v = req.headers[name]
  return typeof v === 'string' && v.length > 0 ? v : null
}
