import { performance } from 'node:perf_hooks'
import type { FastifyRequest } from 'fastify'
import { countCall } from './budget.ts'
import type { Context } from './context.ts'
import { listSeal } from './cursor.ts'
import { type Access, type App, admit, type Call, listName, noList, type RouteInfo, sealed, type Viewer } from './http.ts'
import { parseInput } from './input.ts'
import { answered } from './metrics.ts'
import { everyTime, resultOf } from './once.ts'
import { AWAY_SECONDS, problemOf, refusalOf } from './problem.ts'
import { fail, notFound, type Result, tooMany, unavailable } from './result.ts'

/** In whose name the site asks itself. */
export interface OwnAsk {
  viewer: Viewer | null
  locale: string
  /** Whose network pays where a route has a limit of its own. */
  ip: string
  /** What this is asked for: its number and log are those of the answer. */
  req: Pick<FastifyRequest, 'id' | 'log'>
}

export interface OwnAnswer {
  status: number
  /** What JSON would carry: a view, or a problem document. Never changed by whoever asked: others may be given the same. */
  value: unknown
  /** Seconds after which to ask again; 0: nothing said. */
  wait: number
  /** See `told` of a route. */
  told: boolean
}

type OwnCalls = (url: string, ask: OwnAsk) => Promise<OwnAnswer>

/** A read of our own API by this process, as the doors would answer it: the same admission, limits, parsing, problems and figures, without HTTP in between. */
export function ownCalls(app: App, ctx: Context): OwnCalls {
  const find = finder(app.routeTable)
  const count = answered(ctx)
  return async (url, ask) => {
    const start = performance.now()
    const [path = '', search = ''] = url.split('?', 2)
    const found = find(path)
    const said = found ? await answer(ctx, found, search, ask) : fail(notFound)
    const status = said.ok ? (found?.route.own?.status ?? 200) : said.problem.status
    count.count('GET', found?.route.url ?? 'none', status, performance.now() - start)
    if (said.ok) return { status, value: said.value, wait: 0, told: ask.viewer === null && (found?.route.own?.told ?? false) }
    const wait = Number(said.params?.seconds) || (status === unavailable.status ? AWAY_SECONDS : 0)
    return { status, value: problemOf(said, ask.locale), wait, told: false }
  }
}

interface Found {
  route: RouteInfo
  /** Or the status the router answers with to a path that it cannot read. */
  params: Record<string, string> | 400 | 414
}

async function answer(ctx: Context, { route, params }: Found, search: string, ask: OwnAsk): Promise<Result<unknown>> {
  const { own } = route
  if (!own) return fail(notFound)
  const { viewer, locale, ip, req } = ask
  try {
    if (typeof params === 'number') throw Object.assign(new Error('a path that cannot be read'), { statusCode: params })
    const refusal = admit(route.access, route.suspendedToo, viewer)
    if (refusal) return refusal
    const wait = own.limit ? countCall(ctx.limits, own.limit, viewer, ip) : 0
    if (wait > 0) return fail(tooMany, { params: { seconds: wait } })
    const given = read(route.params, params)
    const query = read(route.query, Object.fromEntries(new URLSearchParams(search)))
    const list = own.isList ? listSeal(ctx.seal, listName(route, { query, params: given, viewer })) : noList
    const call: Omit<Call<unknown, unknown, unknown, Access>, 'req' | 'reply'> = {
      viewer,
      params: given,
      query: own.isList ? { ...(query as object), cursor: list.open((query as { cursor?: string }).cursor) } : query,
      body: undefined,
      locale,
      key: null,
      once: everyTime,
      list,
    }
    const said = resultOf(await own.handler(call as Call<unknown, unknown, unknown, Access>))
    return said.ok && own.isList ? { ok: true, value: sealed(said.value, list) } : said
  } catch (error) {
    return refusalOf(error, { id: req.id, log: req.log, locale })
  }
}

/** Parsed as at the door; a route without a schema takes nothing in. */
function read(schema: RouteInfo['query'], data: Record<string, string>): unknown {
  if (!schema) return data
  const parsed = parseInput({ schema })(data)
  if ('error' in parsed) throw parsed.error
  return parsed.value
}

/** The router's own bound (server/app.ts). */
const LONGEST_PARAM = 300

/** Finds a reading route by path, plain addresses before those with names in them, as the router does. */
function finder(table: readonly RouteInfo[]): (path: string) => Found | null {
  const reads = table.filter(({ method }) => method === 'GET')
  const plain = new Map(reads.filter(({ url }) => !url.includes(':')).map((route) => [route.url, route]))
  const named = reads.filter(({ url }) => url.includes(':')).map((route) => ({ route, parts: route.url.split('/') }))
  // Where two fit, the one with more of its own words.
  const words = (parts: readonly string[]) => parts.filter((part) => !part.startsWith(':')).length
  named.sort((a, b) => words(b.parts) - words(a.parts))
  return (path) => {
    const route = plain.get(path)
    if (route) return { route, params: {} }
    const given = path.split('/')
    const fit = named.find(
      ({ parts }) =>
        parts.length === given.length && parts.every((part, i) => (part.startsWith(':') ? given[i] !== '' : part === given[i])),
    )
    if (!fit) return null
    const params = new Map<string, string>()
    for (const [i, part] of fit.parts.entries()) {
      if (!part.startsWith(':')) continue
      const value = decoded(given[i] ?? '')
      if (value === null) return { route: fit.route, params: 400 }
      if (value.length > LONGEST_PARAM) return { route: fit.route, params: 414 }
      params.set(part.slice(1), value)
    }
    return { route: fit.route, params: Object.fromEntries(params) }
  }
}

function decoded(part: string): string | null {
  try {
    return decodeURIComponent(part)
  } catch {
    return null
  }
}
