import { expect, it, vi } from 'vitest'
import { buildApp } from '#server/app.ts'
import { testContext } from '#tests/setup/database.ts'
import { inside } from './inside.ts'

it('calls of the site to itself take from nobody’s budget, and nobody outside can pass for one', async () => {
  const ctx = await testContext({ config: { rateLimits: true } })
  const app = await buildApp(ctx, { pages: true })
  ctx.onStop(() => app.close())
  const ask = async (headers: Record<string, string>) => (await app.inject({ url: '/v1/handles/somebody', headers })).statusCode
  const many = async (headers: Record<string, string>) => {
    const said = new Set<number>()
    for (let i = 0; i < 150; i++) said.add(await ask(headers))
    return [...said]
  }
  expect(await many(inside(ctx, 'free'))).toEqual([200])
  const [name = '', mark = ''] = Object.entries(inside(ctx, 'free'))[0] ?? []
  expect(mark.length).toBeGreaterThan(25)
  for (const forged of ['1', 'free', `free ${'x'.repeat(mark.length - 5)}`]) expect(await many({ [name]: forged })).toContain(429)
  const other = await testContext()
  expect(inside(other, 'free')[name], 'each process has a mark of its own').not.toBe(mark)
})

it('link previews do not limit each other', async () => {
  const ctx = await testContext({ config: { rateLimits: true } })
  const app = await buildApp(ctx, { pages: true })
  ctx.onStop(() => app.close())
  const take = vi.spyOn(ctx.limits, 'count')
  const url = `/oembed?url=${encodeURIComponent(`${ctx.config.origin}/notes/123`)}`
  for (let i = 0; i < 50; i++) await app.inject({ url, remoteAddress: `198.51.100.${i}` })
  const who = take.mock.calls.map(([, key]) => key)
  expect(who, 'each who asked once, and never the site itself').toEqual(Array.from({ length: 50 }, (_, i) => `n198.51.100.${i}`))
})
