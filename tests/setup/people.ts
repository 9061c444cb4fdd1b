import { buildApp } from '#server/app.ts'
import type { Context } from '#server/platform/context.ts'
import type { App, Viewer } from '#server/platform/http.ts'
import { createAccount, openSession } from '#server/rooms/accounts/index.ts'

type Answer = Awaited<ReturnType<App['inject']>>

/** One of the story's people, signed in: calls the API as they would, and is a `viewer` for verbs called directly. */
export interface Someone {
  id: string
  handle: string
  token: string
  viewer: Viewer
  get(url: string): Promise<Answer>
  put(url: string, body?: object): Promise<Answer>
  post(url: string, body?: object, headers?: Record<string, string>): Promise<Answer>
  patch(url: string, body: object): Promise<Answer>
  delete(url: string, body?: object): Promise<Answer>
}

/** All routes on a context; every answer is checked against its schema. Ends with the context. */
export async function testApp(ctx: Context): Promise<App> {
  const app = await buildApp(ctx, { strict: true })
  ctx.onStop(() => app.close())
  return app
}

export interface PersonWish {
  handle: string
  role?: Viewer['role']
  locale?: string
  languages?: string[]
  private?: boolean
}

/** Makes people and signs them in, without the cost of a password of their own; in the order asked for. */
export async function testPeople(ctx: Context, app: App, wishes: readonly (string | PersonWish)[]): Promise<Someone[]> {
  const people: Someone[] = []
  for (const wish of wishes) people.push(await testPerson(ctx, app, wish))
  return people
}

export async function testPerson(ctx: Context, app: App, wish: string | PersonWish): Promise<Someone> {
  const asked = typeof wish === 'string' ? { handle: wish } : wish
  const made = await createAccount(ctx, { password: 'plum blossom soup', ...asked, skipRules: true })
  if (!made.ok) throw new Error(`${asked.handle}: ${made.problem.code}`)
  const { id } = made.value
  const token = await openSession(ctx, id)
  const locale = asked.locale ?? 'en'
  const call = (method: 'GET' | 'PUT' | 'POST' | 'PATCH' | 'DELETE') => (url: string, payload?: object, headers?: Record<string, string>) =>
    app.inject({ method, url, headers: { authorization: `Bearer ${token}`, ...headers }, ...(payload ? { payload } : {}) })
  return {
    id,
    handle: asked.handle,
    token,
    viewer: {
      accountId: id,
      handle: asked.handle,
      role: asked.role ?? 'person',
      locale,
      languages: asked.languages ?? [locale],
      sessionId: '1',
      suspended: false,
    },
    get: call('GET'),
    put: call('PUT'),
    post: call('POST'),
    patch: call('PATCH'),
    delete: call('DELETE'),
  }
}
