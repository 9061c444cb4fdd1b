import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Context } from '#server/platform/context.ts'
import { idAt } from '#server/platform/ids.ts'
import { noRelations, type Relations } from '#server/rooms/graph/index.ts'
import { FEED_LENGTH, makeFeed as make } from './pipeline.ts'
import type { PoolRow } from './read.ts'
import { snapshotOf } from './snapshot.ts'
import { warmth } from './steps/warmth.ts'
import type { Audience, MadeFeed, Snapshot } from './types.ts'

/** The house's own sources ask nobody, so a feed is made in one go. */
const held = new Map<string, unknown>()
const ctx = {
  hold(name: string, first: () => unknown) {
    if (!held.has(name)) held.set(name, first())
    return held.get(name)
  },
} as unknown as Context
const makeFeed = (pool: Snapshot, audience: Audience): MadeFeed => make(ctx, pool, audience) as MadeFeed

const NOW = Date.UTC(2026, 10, 21)
const HOUR = 3_600_000

const row = (n: number, hours: number, more: Partial<PoolRow> = {}): PoolRow => ({
  id: (BigInt(idAt(NOW - Math.round(hours * HOUR))) + BigInt(n)).toString(),
  published: NOW - Math.round(hours * HOUR),
  author_id: String(1000 + n),
  language: 'en',
  layer_language: null,
  topics: [],
  topic_ids: more.topics ?? [],
  likes: 0,
  collects: 0,
  comments: 0,
  views: 1000,
  ...more,
})
const everybody: Audience = { relations: noRelations, languages: ['en'], turn: 0 }
const reader = (more: Partial<Relations>, languages = ['en']): Audience => ({
  relations: { ...noRelations, accountId: '1', ...more },
  languages,
  turn: 0,
})

const someRow = fc
  .record({
    hours: fc.integer({ min: 0, max: 24 * 60 }),
    author: fc.integer({ min: 1, max: 12 }),
    language: fc.constantFrom('en', 'zh-Hans', 'zh-Hant', 'es', 'und'),
    layer: fc.constantFrom(null, 'en', 'zh-Hans'),
    topics: fc.subarray(['cats', 'food', 'city']),
    likes: fc.integer({ min: 0, max: 5000 }),
    views: fc.integer({ min: 0, max: 300 }),
  })
  .map(
    (r) => (n: number) =>
      row(n, r.hours, {
        author_id: String(r.author),
        language: r.language,
        layer_language: r.layer,
        topics: r.topics,
        likes: r.likes,
        views: r.views,
      }),
  )
const somePool = fc.array(someRow, { maxLength: 120 }).map((make) => make.map((m, n) => m(n)))
const someAudience = fc
  .record({
    following: fc.subarray(['2', '3', '4', '5']),
    blocked: fc.subarray(['6', '7']),
    muted: fc.subarray(['8', '2']),
    topics: fc.subarray(['food']),
    languages: fc.subarray(['en', 'zh', 'fr']),
  })
  .map((a) =>
    reader(
      {
        following: new Set(a.following),
        blocked: new Set(a.blocked),
        muted: new Set(a.muted),
        filters: { words: [], topics: new Set(a.topics), matcher: null },
      },
      a.languages,
    ),
  )

describe('a feed', () => {
  it('holds every note that may be shown once, and no other', () => {
    fc.assert(
      fc.property(somePool, someAudience, fc.nat(1000), (rows, audience, turn) => {
        const { ids, why } = makeFeed(snapshotOf(rows, NOW), { ...audience, turn })
        const { blocked, muted, filters } = audience.relations
        const expected = rows.filter(
          (r) =>
            r.author_id !== '1' && !blocked.has(r.author_id) && !muted.has(r.author_id) && !r.topics.some((t) => filters.topics.has(t)),
        )
        expect(new Set(ids)).toEqual(new Set(expected.map((r) => r.id)))
        expect(ids).toHaveLength(expected.length)
        expect(why).toHaveLength(ids.length)
        for (const [i, id] of ids.entries()) {
          const author = rows.find((r) => r.id === id)?.author_id ?? ''
          expect(why[i]?.code === 'following').toBe(audience.relations.following.has(author))
        }
      }),
      { numRuns: 300 },
    )
  })

  it('is the same for the same pool, wherever its rows lie', () => {
    fc.assert(
      fc.property(somePool, someAudience, (rows, audience) => {
        const seen = rows.map((r) => ({ ...r, views: 1000 }))
        const a = makeFeed(snapshotOf(seen, NOW), audience).ids
        // Time passing alone changes nothing.
        const b = makeFeed(snapshotOf(seen, NOW + 5 * HOUR), { ...audience, turn: 3 }).ids
        expect(b).toEqual(a)
      }),
      { numRuns: 100 },
    )
  })

  it('ends somewhere', () => {
    const rows = Array.from({ length: 3000 }, (_, n) => row(n, n / 10, { author_id: String(n % 700) }))
    const { ids } = makeFeed(snapshotOf(rows, NOW), everybody)
    expect(ids).toHaveLength(FEED_LENGTH)
    expect(new Set(ids).size).toBe(FEED_LENGTH)
  })
})

describe('ranking', () => {
  it('gives a doubling of response half a day', () => {
    expect(warmth(1, 0)).toBe(warmth(3, -12 * HOUR))
    const rows = [row(1, 1, { likes: 3 }), row(2, 14, { likes: 7 }), row(3, 12, { likes: 7 }), row(4, 40, { likes: 500 })]
    const { ids } = makeFeed(snapshotOf(rows, NOW), everybody)
    expect(ids.map((id) => rows.findIndex((r) => r.id === id))).toEqual([3, 2, 0, 1])
  })

  it('counts languages and follows', () => {
    const rows = [row(1, 1, { language: 'zh-Hans' }), row(2, 6), row(3, 7, { language: 'es', layer_language: 'en' }), row(4, 20)]
    const order = (a: Audience) => makeFeed(snapshotOf(rows, NOW), a).ids.map((id) => rows.findIndex((r) => r.id === id))
    expect(order(everybody)).toEqual([1, 2, 0, 3])
    expect(order({ ...everybody, languages: ['zh'] })).toEqual([0, 1, 2, 3])
    expect(order(reader({ following: new Set(['1004']) }))).toEqual([3, 1, 2, 0])
  })

  it('spreads authors and topics as long as there are others', () => {
    const loud = Array.from({ length: 10 }, (_, n) => row(n, 1, { author_id: '7', likes: 1000, topics: ['cats'] }))
    const cats = Array.from({ length: 10 }, (_, n) => row(20 + n, 2, { likes: 500, topics: ['cats'] }))
    const others = Array.from({ length: 30 }, (_, n) => row(40 + n, 5))
    const all = [...loud, ...cats, ...others]
    const { ids } = makeFeed(snapshotOf(all, NOW), everybody)
    const first = ids.slice(0, 12).map((id) => all.find((r) => r.id === id) as PoolRow)
    for (let i = 0; i + 6 <= first.length; i++) {
      const window = first.slice(i, i + 6)
      expect(window.filter((r) => r.author_id === '7').length).toBeLessThanOrEqual(1)
      expect(window.filter((r) => r.topics.includes('cats')).length).toBeLessThanOrEqual(2)
    }
  })

  it('gives each new note a first audience, turn by turn', () => {
    const warm = Array.from({ length: 400 }, (_, n) => row(n, 30, { likes: 900 }))
    const fresh = Array.from({ length: 40 }, (_, n) => row(1000 + n, 20 + n / 10, { views: n % 3 }))
    const pool = snapshotOf([...warm, ...fresh], NOW)
    const shown = new Map<string, number>()
    for (let turn = 0; turn < 100; turn++)
      for (const id of makeFeed(pool, { ...everybody, turn }).ids.slice(0, 20)) shown.set(id, (shown.get(id) ?? 0) + 1)
    const times = fresh.map((r) => shown.get(r.id) ?? 0)
    expect(Math.min(...times)).toBeGreaterThan(0)
    expect(Math.max(...times)).toBeLessThanOrEqual(2 * Math.min(...times) + 2)
    const page = makeFeed(pool, everybody)
    expect(page.ids.slice(0, 20).filter((id) => fresh.some((r) => r.id === id))).toHaveLength(4)
    expect(page.why[2]).toEqual({ code: 'fresh' })
  })

  it('lets everybody meet at once what was published a moment ago', () => {
    const warm = Array.from({ length: 400 }, (_, n) => row(n, 30, { likes: 900 }))
    const unseen = Array.from({ length: 40 }, (_, n) => row(1000 + n, 20 + n / 10, { views: 0 }))
    const now = row(2000, 0.01, { views: 0 })
    const pool = snapshotOf([...warm, ...unseen, now], NOW)
    for (let turn = 0; turn < 50; turn++) expect(makeFeed(pool, { ...everybody, turn }).ids[2]).toBe(now.id)
  })
})
