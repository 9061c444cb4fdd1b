// A client that knows nothing of us but addresses, as tests and experiments outside the program use one.

export interface Said {
  status: number
  type: string
  headers: Headers
  text: string
  // What an outside client reads is whatever came; undefined where it was no JSON. Tests and experiments say what it must be.
  // biome-ignore lint/suspicious/noExplicitAny: see above
  json: any
}

export interface Ask {
  token?: string | undefined
  /** Sent as JSON; a form goes as it is. */
  body?: unknown
  /** Sent as these very bytes. */
  raw?: string | Uint8Array<ArrayBuffer>
  headers?: Record<string, string>
  /** How long an answer is waited for, in ms; 60,000 unless told. What takes longer is thrown. */
  timeoutMs?: number
}

export interface Person {
  id: string
  handle: string
  token: string
}

export type Call = (method: string, path: string, ask?: Ask) => Promise<Said>

export interface Client {
  call: Call
  /** Signs somebody up by the contract's own call. */
  join(handle: string, more?: object): Promise<Person & { cookie: string }>
}

const password = 'plum blossom soup'

/** A client of the site at this origin. */
export function clientOf(origin: string): Client {
  const call: Call = async (method, path, { token, body, raw, headers = {}, timeoutMs = 60_000 } = {}) => {
    const form = body instanceof FormData
    const answer = await fetch(origin + path, {
      method,
      redirect: 'manual',
      signal: AbortSignal.timeout(timeoutMs),
      headers: {
        ...(token ? { authorization: `Bearer ${token}` } : {}),
        ...(body !== undefined && !form ? { 'content-type': 'application/json' } : {}),
        ...headers,
      },
      ...(raw !== undefined ? { body: raw } : body === undefined ? {} : { body: form ? body : JSON.stringify(body) }),
    })
    const text = await answer.text()
    const type = answer.headers.get('content-type') ?? ''
    return { status: answer.status, type, headers: answer.headers, text, json: /json/.test(type) && text ? parse(text) : undefined }
  }
  return {
    call,
    async join(handle, more = {}) {
      const made = await call('POST', '/v1/sign-up', { body: { handle, password, ...more } })
      if (made.status !== 201) throw new Error(`${handle}: ${made.text}`)
      const cookie = made.headers
        .getSetCookie()
        .map((one) => one.split(';')[0])
        .join('; ')
      return { id: made.json.account.id, handle, token: made.json.token, cookie }
    },
  }
}

const parse = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
