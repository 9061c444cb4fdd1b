import { beforeAll, expect, it } from 'vitest'
import type { Context } from '#server/platform/context.ts'
import { sql } from '#server/platform/db.ts'
import { noRelations } from '#server/rooms/graph/index.ts'
import { testContext } from '#tests/setup/database.ts'
import { picture } from '#tests/setup/notes.ts'
import { type Someone, testApp, testPeople } from '#tests/setup/people.ts'
import { makeFeed } from './pipeline.ts'
import { currentPool } from './pool.ts'
import { snapshotOf } from './snapshot.ts'
import { sources } from './sources/list.ts'
import type { MadeFeed, Snapshot, Source } from './types.ts'

let ctx: Context
let tess: Someone
let notes: string[]
let now = 1_000_000

beforeAll(async () => {
  ctx = await testContext({ clock: { now: () => new Date(), monotonic: () => now } })
  const app = await testApp(ctx)
  ;[tess] = (await testPeople(ctx, app, ['tess.rowan'])) as [Someone]
  notes = []
  for (const title of ['One', 'Two', 'Three']) {
    const said = await tess.post('/v1/notes', { title, text: 'x', media: [await picture(ctx, tess.id)], topics: ['tea'] })
    notes.push(said.json().id)
  }
})

const audience = { relations: noRelations, languages: [], turn: 0 }
const make = async (pool: Snapshot, ...more: Source[]): Promise<MadeFeed> => makeFeed(ctx, pool, audience, 100, [...sources, ...more])
const source = (name: string, find: Source['find'], more: Partial<Source> = {}): Source => ({ name, find, ...more })

it('a source may name any note by its id, also one that the pool does not hold; what is not for everybody stays out', async () => {
  const empty = snapshotOf([], Date.now())
  expect((await make(empty)).ids).toEqual([])
  const hidden = (
    await tess.post('/v1/notes', { title: 'Mine', text: 'x', visibility: 'private', media: [await picture(ctx, tess.id)] })
  ).json().id
  const shelf = source('shelf', async () => [...notes, hidden, '999'], { reason: 'author' })
  expect(new Set((await make(empty, shelf)).ids)).toEqual(new Set(notes))
  // Known from now on, without asking again, to this snapshot and to the pool that is read next.
  expect(notes.every((id) => empty.places.has(id))).toBe(true)
  await ctx.db.run(sql`delete from feed_note`)
  const next = await currentPool(ctx)
  expect(notes.every((id) => next.places.has(id))).toBe(true)
})

it('what a source names besides does not come to readers to whom it was not named', async () => {
  const pool = snapshotOf([], Date.now())
  await make(
    pool,
    source('shelf', async () => notes),
  )
  expect((await make(pool)).ids).toEqual([])
})

it('a source that fails, throws or never answers costs a feed only what it would have brought', async () => {
  const pool = snapshotOf([], Date.now())
  let asked = 0
  const broken = [
    source('fails', () => {
      asked++
      return Promise.reject(new Error('away'))
    }),
    source('throws', () => {
      asked++
      throw new Error('wrong')
    }),
    source(
      'never',
      () => {
        asked++
        return new Promise(() => {})
      },
      { budgetMs: 1 },
    ),
  ]
  const works = source('works', async () => notes)
  expect(new Set((await make(pool, ...broken, works)).ids)).toEqual(new Set(notes))
  expect(asked).toBe(3)
  // They rest for a moment, so that not every feed waits for them.
  await make(pool, ...broken, works)
  expect(asked).toBe(3)
  now += 2001
  await make(pool, ...broken, works)
  expect(asked).toBe(6)
})

it('a source that says the same to many is asked once for each pool', async () => {
  let asked = 0
  const shared = (said: string[] | Promise<string[]>) =>
    source(
      `shared ${asked}`,
      () => {
        asked++
        return said
      },
      { same: ({ languages }) => languages.join() },
    )
  for (const one of [shared(notes), shared(Promise.resolve(notes))]) {
    asked = 0
    const pool = snapshotOf([], Date.now())
    await Promise.all([make(pool, one), make(pool, one)])
    expect((await make(pool, one)).ids).toHaveLength(3)
    expect(asked).toBe(1)
    await make(snapshotOf([], Date.now()), one)
    expect(asked).toBe(2)
  }
})
