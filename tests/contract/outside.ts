import type { AddressInfo } from 'node:net'
import { buildApp } from '#server/app.ts'
import type { Context } from '#server/platform/context.ts'
import type { App } from '#server/platform/http.ts'
import { type Client, clientOf } from '#tests/setup/client.ts'
import { type TestDatabase, testContext } from '#tests/setup/database.ts'

/** A fresh site in this process behind a real socket, and a client of it. */
export interface Outside extends Client {
  ctx: Context
  app: App
  origin: string
}

export async function openSite(config: Partial<Context['config']> = {}, database?: TestDatabase): Promise<Outside> {
  const ctx = await testContext({ config, ...(database ? { database } : {}) })
  const app = await buildApp(ctx, { strict: true })
  await app.listen({ port: 0, host: '127.0.0.1' })
  ctx.onStop(() => app.close())
  const origin = `http://127.0.0.1:${(app.server.address() as AddressInfo).port}`
  return { ctx, app, origin, ...clientOf(origin) }
}
