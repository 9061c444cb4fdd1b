import { beforeAll, expect, it } from 'vitest'
import { z } from 'zod'
import type { Context } from '#server/platform/context.ts'
import type { App } from '#server/platform/http.ts'
import { partsMissed } from '#server/platform/without.ts'
import { testContext } from '#tests/setup/database.ts'
import { picture } from '#tests/setup/notes.ts'
import { type Someone, testApp, testPeople } from '#tests/setup/people.ts'
import { type CardField, declareFields } from './core/card-fields.ts'

let ctx: Context
let app: App
let tess: Someone
let xiaoman: Someone
let note: string
let hidden: string
let now = 1_000_000
/** What the field was asked, since the test began. */
const asked: { reader: string | null; ids: readonly string[] }[] = []
let says: CardField<{ cups: number }>['load']
const field: CardField<{ cups: number }> = {
  schema: z.object({ cups: z.int() }),
  load: (of, reader, ids) => {
    asked.push({ reader: reader?.accountId ?? null, ids })
    return says(of, reader, ids)
  },
}
const cupsOf = (id: string) => new Map([[id, { cups: 3 }]])
const cardsOf = async (path: string, by?: Someone) =>
  (by ? await by.get(path) : await app.inject(path)).json().items as { id: string; more?: unknown }[]
/** No two answers of a test come from the same second. */
const later = () => {
  now += 3_000
  asked.length = 0
}
const failures = () => partsMissed(ctx).get('card field tea')?.failures ?? 0

let before: string
beforeAll(async () => {
  ctx = await testContext({ clock: { now: () => new Date(), monotonic: () => now } })
  app = await testApp(ctx)
  ;[tess, xiaoman] = (await testPeople(ctx, app, ['tess.rowan', 'xiaoman'])) as [Someone, Someone]
  const publish = async (more: object) =>
    (await tess.post('/v1/notes', { title: 'Pu’er', text: 'x', topics: ['tea'], media: [await picture(ctx, tess.id)], ...more })).json().id
  note = await publish({})
  hidden = await publish({ visibility: 'private' })
  before = (await app.inject('/v1/accounts/tess.rowan/notes')).body
  declareFields(ctx, { tea: field })
})

it('is asked once a list, of what its reader sees there, and stands on every kind of card', async () => {
  says = async () => cupsOf(note)
  for (const path of ['/v1/feed', '/v1/topics/tea/notes', '/v1/accounts/tess.rowan/notes'])
    for (const by of [xiaoman, undefined]) {
      later()
      const cards = await cardsOf(path, by)
      expect(cards.find((card) => card.id === note)?.more, path).toEqual({ tea: { cups: 3 } })
      expect(asked, path).toHaveLength(1)
      expect(asked[0]?.reader, path).toBe(by?.id ?? null)
      expect(asked[0]?.ids, path).not.toContain(hidden)
    }
  later()
  // Its author sees both, and the other one says nothing of itself.
  const own = await cardsOf('/v1/accounts/tess.rowan/notes', tess)
  expect(own.map((card) => [card.id, card.more])).toEqual([
    [hidden, undefined],
    [note, { tea: { cups: 3 } }],
  ])
  expect(asked[0]?.ids).toEqual([hidden, note])
})

it('is not asked for what shows no cards, and a card without it has the very bytes of before', async () => {
  says = async () => new Map()
  later()
  expect((await app.inject('/v1/accounts/tess.rowan/notes')).body).toBe(before)
  expect(asked).toHaveLength(1)
  later()
  await xiaoman.put(`/v1/notes/${note}/collect`)
  expect((await xiaoman.get('/v1/accounts/xiaoman/boards')).json().items[0].covers).toHaveLength(1)
  await app.inject(`/v1/notes/${note}`)
  expect(asked).toEqual([])
})

it('is left out when it fails, is late or says what it may not: the cards stand, and it is counted', async () => {
  const bare = async () => {
    expect((await app.inject('/v1/accounts/tess.rowan/notes')).json().items[0].more).toBeUndefined()
    return failures()
  }
  says = () => Promise.reject(new Error('away'))
  later()
  expect(await bare()).toBe(1)
  // For a while it is not asked again.
  expect(await bare()).toBe(1)
  expect(asked).toHaveLength(1)
  says = () => new Promise(() => {})
  later()
  expect(await bare()).toBe(2)
  says = async () => new Map([[note, { cups: 'three' } as unknown as { cups: number }]])
  later()
  expect(await bare()).toBe(3)
  // What its schema does not know goes nowhere.
  says = async () => new Map([[note, { cups: 1, secret: 'x' }]])
  expect((await cardsOf('/v1/accounts/tess.rowan/notes'))[0]?.more).toEqual({ tea: { cups: 1 } })
  const metrics = await app.inject('/metrics')
  expect(metrics.body).toContain('answers_without{part="card field tea"} 3')
})
