import { beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { changes, type MarkerPerson, type MarkerSite, walkMarkers } from '#prove/markers/index.ts'
import type { Context } from '#server/platform/context.ts'
import { sql } from '#server/platform/db.ts'
import { suspendAccount } from '#server/rooms/accounts/index.ts'
import { jobs, wiring } from '#server/wiring.ts'
import { testContext } from '#tests/setup/database.ts'
import { picture } from '#tests/setup/notes.ts'
import { testApp, testPerson } from '#tests/setup/people.ts'

let ctx: Context
let site: MarkerSite

beforeAll(async () => {
  ctx = await testContext()
  ctx.events.wire(wiring)
  const app = await testApp(ctx)
  const settle = async () => {
    for (let i = 0; i < 3; i++) {
      await ctx.events.drain()
      await ctx.jobs.runDue(jobs)
    }
    // Remembered for half a second at most: the walk does not wait for it.
    const topics = ctx.hold<Record<string, { clear(): void }>>('notes.topics', () => ({}))
    for (const name of ['topics', 'open']) topics[name]?.clear()
    // And what everybody gets for a second.
    ctx.hold<{ missed(): void }>('feed.explore', () => ({ missed() {} })).missed()
    ctx.hold<{ last: unknown }>('site.map', () => ({ last: undefined })).last = undefined
  }
  await app.inject('/v1/topics')
  await app.inject('/v1/feed')
  const erase = async (who: MarkerPerson) => {
    await ctx.db.run(sql`update account set state = 'deleting', deletes_at = now() where id = ${who.id}`)
    await jobs['accounts.sweep']?.(ctx, {})
  }
  site = {
    origin: ctx.config.origin,
    routes: app.routeTable.map(({ method, url, query }) => ({
      method,
      url,
      asksFor: query instanceof z.ZodObject ? Object.keys(query.shape) : [],
    })),
    pages: ['/sitemap.xml'],
    async ask(who, method, url, body) {
      const said = await app.inject({
        method: method as 'GET',
        url,
        headers: who ? { authorization: `Bearer ${who.token}` } : {},
        ...(body ? { payload: body } : {}),
      })
      return { status: said.statusCode, body: said.body }
    },
    person: (handle, role) => testPerson(ctx, app, { handle, ...(role ? { role } : {}) }),
    picture: (who) => picture(ctx, who.id),
    settle,
    suspend: async (who) => void (await suspendAccount(ctx, null, who.id, 'Spam')),
    leave: async (who) =>
      void (await app.inject({
        method: 'DELETE',
        url: '/v1/me',
        headers: { authorization: `Bearer ${who.token}` },
        payload: { password: 'plum blossom soup' },
      })),
    erase,
  }
})

describe('secret words', () => {
  it.each(changes.map((change, n) => [change.name, change, n] as const))(
    'of a note %s are read by nobody else',
    async (_name, change, n) => {
      const { asked, looked, found } = await walkMarkers(site, 100 + n, [change])
      expect(asked).toBeGreaterThan(300)
      expect(looked).toBeGreaterThan(asked)
      expect(found).toEqual([])
    },
  )

  it('would be found if they were there', async () => {
    const open = { name: 'open', do: async () => undefined, hides: 'person' as const, knows: [] }
    const { found } = await walkMarkers(site, 99, [open])
    const fields = new Set(found.filter((f) => f.reader === 'stranger').map((f) => f.field))
    for (const field of [
      'title',
      'text',
      'topic',
      'byHand',
      'notice',
      'layerTitle',
      'layerText',
      'alt',
      'comment',
      'displayName',
      'bio',
      'boardTitle',
      'elsewhere',
    ])
      expect([...fields]).toContain(field)
  })
})
