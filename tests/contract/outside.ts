import type { AddressInfo } from 'node:net'
import { buildApp } from '#server/app.ts'
import type { Context } from '#server/platform/context.ts'
import type { App } from '#server/platform/http.ts'
import { type TestDatabase, testContext } from '#tests/setup/database.ts'

export interface Said {
  status: number
  type: string
  headers: Headers
  text: string
  // What an outside client reads is whatever came; the tests say what it must be.
  // biome-ignore lint/suspicious/noExplicitAny: see above
  json: any
}
export interface Ask {
  token?: string | undefined
  /** Sent as JSON; a form goes as it is. */
  body?: unknown
  /** Sent as these very bytes. */
  raw?: string
  headers?: Record<string, string>
}
export type Call = (method: string, path: string, ask?: Ask) => Promise<Said>

/** A fresh site behind a real socket, and a client that knows nothing of us but addresses. */
export interface Outside {
  ctx: Context
  app: App
  origin: string
  call: Call
  /** Signs somebody up by the contract's own call. */
  join(handle: string, more?: object): Promise<{ id: string; handle: string; token: string; cookie: string }>
}

export async function openSite(config: Partial<Context['config']> = {}, database?: TestDatabase): Promise<Outside> {
  const ctx = await testContext({ config, ...(database ? { database } : {}) })
  const app = await buildApp(ctx, { strict: true })
  await app.listen({ port: 0, host: '127.0.0.1' })
  ctx.onStop(() => app.close())
  const origin = `http://127.0.0.1:${(app.server.address() as AddressInfo).port}`
  const call: Call = async (method, path, { token, body, raw, headers = {} } = {}) => {
    const form = body instanceof FormData
    const answer = await fetch(origin + path, {
      method,
      redirect: 'manual',
      headers: {
        ...(token ? { authorization: `Bearer ${token}` } : {}),
        ...(body !== undefined && !form ? { 'content-type': 'application/json' } : {}),
        ...headers,
      },
      ...(raw !== undefined ? { body: raw } : body === undefined ? {} : { body: form ? body : JSON.stringify(body) }),
    })
    const text = await answer.text()
    const type = answer.headers.get('content-type') ?? ''
    return { status: answer.status, type, headers: answer.headers, text, json: /json/.test(type) && text ? JSON.parse(text) : undefined }
  }
  return {
    ctx,
    app,
    origin,
    call,
    async join(handle, more = {}) {
      const made = await call('POST', '/v1/sign-up', { body: { handle, password: 'plum blossom soup', ...more } })
      if (made.status !== 201) throw new Error(`${handle}: ${made.text}`)
      const cookie = made.headers
        .getSetCookie()
        .map((c) => c.split(';')[0])
        .join('; ')
      return { id: made.json.account.id, handle, token: made.json.token, cookie }
    },
  }
}
