import type { QueryClient } from '@tanstack/react-query'
import type { Problem } from '#server/platform/schema.ts'
import { askRenewed, isStrange } from './renewed.ts'

/** An error answer of /v1. `title`, `detail` and `fields` speak the reader's language already; `code` is what to switch on. */
export class ApiProblem extends Error {
  readonly status: number
  readonly code: string
  readonly title: string
  readonly detail: string | undefined
  /** Field name → what is wrong with it. */
  readonly fields: Readonly<Record<string, string>>
  /** The whole document, for members of one problem's own. */
  readonly document: Readonly<Record<string, unknown>>

  constructor(document: Problem & Record<string, unknown>) {
    super(document.title)
    this.name = 'ApiProblem'
    this.status = document.status
    this.code = document.code
    this.title = document.title
    this.detail = document.detail
    this.fields = document.fields ?? {}
    this.document = document
  }
}

/** True for a refusal with this code. */
export const isProblem = (error: unknown, code?: string): error is ApiProblem =>
  error instanceof ApiProblem && (code === undefined || error.code === code)

/** The answer never came: offline, or the server is away. */
export const offlineProblem = () => new ApiProblem({ type: 'about:blank', title: '', status: 0, code: 'offline' })

export interface Ask {
  signal?: AbortSignal
  /** Left out when null or undefined. */
  query?: Record<string, string | number | boolean | null | undefined>
  /** Makes repeating a creating call harmless. */
  idempotencyKey?: string
}

export interface Api {
  get<T>(path: string, ask?: Ask): Promise<T>
  post<T = void>(path: string, body?: unknown, ask?: Ask): Promise<T>
  put<T = void>(path: string, body?: unknown, ask?: Ask): Promise<T>
  patch<T>(path: string, body?: unknown, ask?: Ask): Promise<T>
  delete<T = void>(path: string, body?: unknown, ask?: Ask): Promise<T>
}

/** What carries a call: `fetch` in the browser, an injected one on the server. */
export type Fetcher = (path: string, init: RequestInit) => Promise<Answer>
/** The part of a `Response` that is read. */
export type Answer = Pick<Response, 'ok' | 'status' | 'statusText' | 'json' | 'text'>

const withQuery = (path: string, query: Ask['query']): string => {
  const pairs = Object.entries(query ?? {}).filter(([, value]) => value !== null && value !== undefined && value !== '')
  if (pairs.length === 0) return path
  return `${path}?${new URLSearchParams(pairs.map(([key, value]) => [key, String(value)]))}`
}

async function answer<T>(response: Answer): Promise<T> {
  if (response.status === 204 || response.status === 202) {
    const text = await response.text()
    return (text ? JSON.parse(text) : undefined) as T
  }
  const body = await response.json().catch(() => undefined)
  if (response.ok && body !== undefined) return body as T
  const problem = new ApiProblem({ type: 'about:blank', title: '', code: 'unreadable', ...body, status: response.status })
  if (isStrange(problem.status, problem.code)) void askRenewed()
  throw problem
}

/** A typed client of /v1 over any fetcher. Refusals are thrown as `ApiProblem`. */
export function createApi(fetcher: Fetcher): Api {
  const send =
    (method: string) =>
    async <T>(path: string, body?: unknown, ask: Ask = {}): Promise<T> => {
      // The header is the protection against forged requests: another site's page cannot set it.
      const headers: Record<string, string> = { accept: 'application/json', 'x-vermilion': '1' }
      const isForm = typeof FormData !== 'undefined' && body instanceof FormData
      if (body !== undefined && !isForm) headers['content-type'] = 'application/json'
      if (ask.idempotencyKey) headers['idempotency-key'] = ask.idempotencyKey
      const init: RequestInit = { method, headers, credentials: 'same-origin' }
      if (body !== undefined) init.body = isForm ? body : JSON.stringify(body)
      if (ask.signal) init.signal = ask.signal
      let response: Answer
      try {
        response = await fetcher(withQuery(path, ask.query), init)
      } catch (error) {
        if (error instanceof DOMException && error.name === 'AbortError') throw error
        throw offlineProblem()
      }
      return answer<T>(response)
    }
  const get = send('GET')
  return {
    get: (path, ask) => get(path, undefined, ask),
    post: send('POST'),
    put: send('PUT'),
    patch: send('PATCH'),
    delete: send('DELETE'),
  }
}

/** The browser's own client. Queries use `apiOf(client)` instead, so that they work on the server too. */
export const api: Api = createApi((path, init) => fetch(path, init))

const clients = new WeakMap<QueryClient, Api>()
/** On the server each page has a client of its own, which carries its reader's cookie. */
export const setApi = (client: QueryClient, own: Api) => void clients.set(client, own)
export const apiOf = (client: QueryClient): Api => clients.get(client) ?? api
