/** One request of a load. A load is a list of them, driven round and round. */
export interface Ask {
  method: 'GET' | 'POST' | 'PUT' | 'DELETE'
  path: string
  token?: string
  /** JSON. */
  body?: string
  headers?: Record<string, string>
}

export const headersOf = (ask: Ask): Record<string, string> => ({
  ...(ask.token ? { authorization: `Bearer ${ask.token}` } : {}),
  ...(ask.body ? { 'content-type': 'application/json' } : {}),
  ...ask.headers,
})

export interface Figures {
  requests: number
  seconds: number
  /** Milliseconds. */
  p50: number
  p95: number
  p99: number
  /** Answers of 400 and more, and broken connections. */
  errors: number
}

export interface Load {
  origin: string
  asks: readonly Ask[]
  seconds: number
  connections: number
}
