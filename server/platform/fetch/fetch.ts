import type { Readable } from 'node:stream'
import type { Agent, Dispatcher } from 'undici'
import type { Config } from '../config.ts'
import { isHome, isPublic } from './addresses.ts'
import { bytesOf, encodings, fits } from './body.ts'
import { checkedLookup, machineNames, publicNames, type Resolve } from './names.ts'
import { FetchProblem } from './problem.ts'
import { nextTarget, type TargetRules, targetOf } from './target.ts'

/** What may be asked of a fetch. */
export interface Outgoing {
  /** GET unless told. Only GET and HEAD follow redirects. */
  method?: 'GET' | 'HEAD' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  /** A redirect to another origin takes along what to accept and nothing else. */
  headers?: Record<string, string>
  body?: string | Uint8Array
  /** Content types that a good answer (2xx) may have, in small letters: `text/html`, `image/*`. Any unless told. */
  types?: readonly string[]
  /** Most bytes of the answer's body, as sent and as decompressed; 1 MiB unless told. */
  mostBytes?: number
  /** Most milliseconds for all of it, redirects and the reader included; 10,000 unless told. */
  mostMs?: number
  /** Most milliseconds until a head, and between two parts of a body; 5,000 unless told. Measured to about a second. */
  idleMs?: number
  /** Most redirects; 3 unless told. */
  redirects?: number
  /** https only. A redirect from https to http is never followed. */
  secure?: boolean
  /** Ports beside the usual ones. */
  ports?: readonly number[]
  /**
   * The operator named this address (a service of their own): it may be anywhere and at any port. Where it redirects to is a stranger's word again,
   * unless it is the same origin. Never to be said of an address that people or other sites gave.
   */
  byOperator?: boolean
  signal?: AbortSignal
}

/** The head of an answer. */
export interface Head {
  /** Where it came from in the end. */
  url: string
  status: number
  /** Content type without parameters, in small letters; empty where none was said. */
  type: string
  headers: Record<string, string | string[] | undefined>
}
export interface Fetched extends Head {
  body: Buffer
}

/** The one way out: whatever the server fetches goes through here (decision 236). Fails with `FetchProblem`. */
export interface Fetcher {
  /** All of an answer, whatever its status. */
  fetch(url: string, outgoing?: Outgoing): Promise<Fetched>
  /**
   * An answer as it comes, for what is large: `take` is given its bytes and answers when it is done with them. What it leaves unread is not fetched.
   * Breaks off like any stream, so that what was written until then must not count.
   */
  fetchInto<T>(url: string, outgoing: Outgoing, take: (bytes: AsyncIterable<Uint8Array>, head: Head) => Promise<T>): Promise<T>
  /** Closes all connections. */
  stop(): Promise<void>
}

export interface FetchParts {
  /** Names and addresses that tests make up. */
  resolve?: Resolve
  allows?: (address: string) => boolean
}

/** What goes along to another origin. */
const harmless = new Set(['accept', 'accept-language', 'user-agent'])
const REDIRECTS = new Set([301, 302, 303, 307, 308])
const MEBIBYTE = 1 << 20
/** Bytes of all headers of an answer. */
const HEADERS = 16 * 1024
const CONNECT_MS = 5000

/**
 * Opens the way out. `allowPrivate` lets it into private networks and at all ports: for tests and for sites that know each other at home. Proxies that
 * the environment names are passed over: they would ask names in our place.
 */
export function openFetch({ origin, allowPrivate }: Pick<Config, 'origin' | 'allowPrivate'>, parts: FetchParts = {}): Fetcher {
  const allows = parts.allows ?? (allowPrivate ? (address: string) => isPublic(address) || isHome(address) : isPublic)
  const open = () => true
  const names = parts.resolve ?? (allowPrivate ? machineNames : publicNames())
  const agents = new Map<string, Promise<Agent>>()
  const agent = (kind: 'strangers' | 'operator') => {
    const made =
      agents.get(kind) ?? openAgent(kind === 'operator' ? checkedLookup(parts.resolve ?? machineNames, open) : checkedLookup(names, allows))
    agents.set(kind, made)
    return made
  }

  async function fetchInto<T>(
    address: string,
    outgoing: Outgoing,
    take: (bytes: AsyncIterable<Uint8Array>, head: Head) => Promise<T>,
  ): Promise<T> {
    const { method = 'GET', mostBytes = MEBIBYTE, mostMs = 10_000, idleMs = 5000, redirects = 3, types } = outgoing
    const late = AbortSignal.timeout(mostMs)
    const signal = outgoing.signal ? AbortSignal.any([late, outgoing.signal]) : late
    const strangers: TargetRules = {
      allows,
      ports: allowPrivate ? 'any' : [80, 443, ...(outgoing.ports ?? [])],
      secure: outgoing.secure ?? false,
      innerNames: allowPrivate,
    }
    const operator: TargetRules = { ...strangers, allows: open, ports: 'any', innerNames: true }
    const mine = outgoing.byOperator ? targetOf(address, operator).origin : null
    let url = targetOf(address, mine === null ? strangers : operator)
    let headers: Record<string, string> = { 'user-agent': `Vermilion (+${origin})`, ...lowerCase(outgoing.headers) }

    for (let hop = 0; ; hop++) {
      const response = await send(
        await agent(url.origin === mine ? 'operator' : 'strangers'),
        {
          origin: url.origin,
          path: url.pathname + url.search,
          method,
          headers: { ...headers, 'accept-encoding': encodings },
          ...(outgoing.body === undefined ? {} : { body: outgoing.body }),
          headersTimeout: idleMs,
          bodyTimeout: idleMs,
        },
        signal,
      ).catch((e: unknown) => {
        throw explain(e, late, outgoing.signal)
      })
      if (REDIRECTS.has(response.statusCode)) {
        discard(response.body)
        const { location } = response.headers
        if (hop >= redirects || typeof location !== 'string' || (method !== 'GET' && method !== 'HEAD')) throw new FetchProblem('redirect')
        const next = nextTarget(url, location, (to) => (to === mine ? operator : strangers))
        if (next.origin !== url.origin) headers = Object.fromEntries(Object.entries(headers).filter(([name]) => harmless.has(name)))
        url = next
        continue
      }
      return read(response, url, { method, mostBytes, types, explain: (e) => explain(e, late, outgoing.signal) }, take)
    }
  }

  return {
    fetchInto,
    fetch: (url, outgoing = {}) =>
      fetchInto(url, outgoing, async (bytes, head) => {
        const all: Uint8Array[] = []
        for await (const part of bytes) all.push(part)
        return { ...head, body: Buffer.concat(all) }
      }),
    async stop() {
      const all = await Promise.allSettled(agents.values())
      await Promise.all(all.map((made) => (made.status === 'fulfilled' ? made.value.destroy() : undefined)))
    },
  }
}

/** Read when it is first needed: the library takes some 20 MB, and most sites fetch nothing. */
async function openAgent(lookup: ReturnType<typeof checkedLookup>): Promise<Agent> {
  const { Agent } = await import('undici')
  return new Agent({
    connections: 8,
    pipelining: 1,
    maxHeaderSize: HEADERS,
    // A certificate is checked also where the environment says that none is (NODE_TLS_REJECT_UNAUTHORIZED).
    connect: { timeout: CONNECT_MS, lookup, autoSelectFamily: true, rejectUnauthorized: true },
  })
}

/** The library hears of an abort only once it is connected, which a server of names may put off. */
function send(agent: Agent, options: Dispatcher.RequestOptions, signal: AbortSignal): Promise<Dispatcher.ResponseData> {
  return new Promise((done, fail) => {
    const stop = () => fail(signal.reason)
    if (signal.aborted) return stop()
    signal.addEventListener('abort', stop, { once: true })
    agent
      .request({ ...options, signal })
      .then(done, fail)
      .finally(() => signal.removeEventListener('abort', stop))
  })
}

interface Reading {
  method: string
  mostBytes: number
  types: readonly string[] | undefined
  explain: (e: unknown) => unknown
}

async function read<T>(
  { statusCode: status, headers, body }: Dispatcher.ResponseData,
  url: URL,
  { method, mostBytes, types, explain }: Reading,
  take: (bytes: AsyncIterable<Uint8Array>, head: Head) => Promise<T>,
): Promise<T> {
  const type = single(headers['content-type']).split(';', 1)[0]?.trim().toLowerCase() ?? ''
  const empty = method === 'HEAD' || status === 204 || status === 304
  try {
    if (types && status >= 200 && status < 300 && !fits(type, types)) throw new FetchProblem('type')
    if (!empty && Number(single(headers['content-length'])) > mostBytes) throw new FetchProblem('size')
    const encoding = headers['content-encoding'] ?? ''
    if (Array.isArray(encoding)) throw new FetchProblem('encoding')
    return await take(explained(bytesOf(body, empty ? '' : encoding, mostBytes), explain), { url: url.href, status, type, headers })
  } finally {
    discard(body)
  }
}

/** A header that is said once. */
const single = (header: string | string[] | undefined) => (typeof header === 'string' ? header : '')

/** What goes wrong while the answer comes, in our words; what the reader itself throws stays as it is. */
async function* explained(bytes: AsyncGenerator<Uint8Array>, explain: (e: unknown) => unknown): AsyncGenerator<Uint8Array> {
  try {
    for (;;) {
      const next = await bytes.next().catch((e: unknown) => {
        throw explain(e)
      })
      if (next.done) return
      yield next.value
    }
  } finally {
    await bytes.return(undefined)
  }
}

/** The connection goes with it, if there is more to come. */
function discard(body: Readable): void {
  body.on('error', () => {})
  body.destroy()
}

const slow = new Set(['UND_ERR_HEADERS_TIMEOUT', 'UND_ERR_BODY_TIMEOUT', 'UND_ERR_CONNECT_TIMEOUT'])

function explain(e: unknown, late: AbortSignal, unwanted: AbortSignal | undefined): unknown {
  // The caller does not want it any more, or asked for what cannot be sent: not the other side's fault.
  if (e instanceof FetchProblem || unwanted?.aborted) return e
  if (late.aborted) return new FetchProblem('time', e)
  const { code = '' } = e as { code?: string }
  if (code === 'UND_ERR_INVALID_ARG') return e
  if (slow.has(code)) return new FetchProblem('time', e)
  if (code === 'UND_ERR_HEADERS_OVERFLOW') return new FetchProblem('size', e)
  if (code.startsWith('Z_') || code.startsWith('ERR_BROTLI') || code.startsWith('ERR__ERROR')) return new FetchProblem('encoding', e)
  return new FetchProblem('unreachable', e)
}

const lowerCase = (headers: Record<string, string> = {}) =>
  Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]))
