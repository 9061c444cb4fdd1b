import { describe, expect, it, vi } from 'vitest'
import { type Context, createContext } from '#server/platform/context.ts'
import { sql } from '#server/platform/db.ts'
import type { Event } from '#server/platform/events.ts'
import { idTime } from '#server/platform/ids.ts'
import { testContext, testDatabase } from '#tests/setup/database.ts'
import { picture, rowsEqualCounters } from '#tests/setup/notes.ts'
import { noteCache } from './core/changes.ts'
import { boards, cards, collect, comments, like, notes, notesHears, notesJobs, topics, uncollect, views } from './index.ts'
import { Gatherer } from './reactions/gather.ts'

const database = await testDatabase()
const ctx = await testContext({ database })
/** Another process on the same database. */
const other = await testContext({ database })

const person = async (handle: string) => {
  const accountId = ctx.ids.next()
  await ctx.db.run(sql`insert into account (id, handle, display_name) values (${accountId}, ${handle}, ${handle})`)
  return { accountId, handle, role: 'person' as const, locale: 'en', languages: ['en'], sessionId: '1', suspended: false }
}
type Who = Awaited<ReturnType<typeof person>>
const tess = await person('tess.rowan')
const crowd: Who[] = []
for (let i = 0; i < 200; i++) crowd.push(await person(`person${i}`))

const note = async (text = '', who = tess): Promise<string> => {
  const made = await notes.publish(ctx, who, { title: 'A note', text, media: [await picture(ctx, who.accountId)] })
  if (!made.ok) throw new Error(made.problem.code)
  return made.value
}
const counts = async (c: Context, id: string) => {
  const read = await notes.read(c, null, id)
  if (!read.ok) throw new Error(read.problem.code)
  return read.value.counts
}
const net: Record<string, number> = {}
const hear = async (_ctx: Context, _tx: unknown, events: Event[]) => {
  for (const e of events) net[e.name] = (net[e.name] ?? 0) + 1
}
ctx.events.wire({
  'note.liked': { test: hear },
  'note.unliked': { test: hear },
  'note.collected': { test: hear },
  'note.uncollected': { test: hear },
})

describe('likes and collects', () => {
  it('200 people at once, on one note and on many, in two processes: counters equal rows, events equal changes', async () => {
    const many = await Promise.all(Array.from({ length: 8 }, () => note()))
    const hot = many[0] as string
    let turn = 0
    const work = crowd.flatMap((who, i) => {
      const process = i % 2 ? other : ctx
      const spread = many[i % many.length] as string
      const flip = () => (turn++ % 3 === 0 ? uncollect(process, who, spread) : collect(process, who, spread))
      return [
        like(process, who, hot),
        like(process, who, hot),
        like(process, who, hot, i % 4 !== 0),
        like(process, who, spread, i % 3 !== 0),
        flip(),
        flip(),
        flip(),
      ]
    })
    const results = await Promise.all(work)
    expect(results.every((r) => r.ok)).toBe(true)
    await rowsEqualCounters(ctx)
    const rows = (await ctx.db.one<{ n: number; c: number }>(sql`
      select (select count(*)::int from note_like) as n, (select count(*)::int from note_collect) as c`)) as { n: number; c: number }
    // Within one process the last word of each person stands.
    const liked = await ctx.db.one<{ n: number }>(sql`select count(*)::int as n from note_like where note_id = ${hot}`)
    // Half of the taps were made in the other process, which tells of them a few times a second.
    await expect.poll(() => counts(ctx, hot).then((c) => c.likes)).toBe(liked?.n)
    await ctx.events.drain()
    expect((net['note.liked'] ?? 0) - (net['note.unliked'] ?? 0)).toBe(rows.n)
    expect((net['note.collected'] ?? 0) - (net['note.uncollected'] ?? 0)).toBe(rows.c)
    // The other process hears of it without asking.
    const exact = (await counts(ctx, hot)).likes
    await expect.poll(() => counts(other, hot).then((c) => c.likes)).toBe(exact)
  })

  it('are exact at once where they were made, and undone with a board', async () => {
    const id = await note()
    const [a, b] = crowd as [Who, Who]
    expect((await counts(ctx, id)).likes).toBe(0)
    await like(ctx, a, id)
    await like(ctx, b, id)
    expect(await counts(ctx, id)).toMatchObject({ likes: 2 })
    expect((await cards(ctx, a, [id]))[0]).toMatchObject({ counts: { likes: 2 }, mine: { liked: true, collected: false } })
    const board = await boards.make(ctx, a, { title: 'Keep', private: false })
    if (!board.ok) throw new Error(board.problem.code)
    await collect(ctx, a, id, board.value)
    expect(await counts(ctx, id)).toMatchObject({ collects: 1 })
    await boards.remove(ctx, a, board.value)
    expect(await counts(ctx, id)).toMatchObject({ collects: 0 })
    await rowsEqualCounters(ctx)
  })

  it('one person moving a note between boards in two processes at once keeps it, or loses it, in both books', async () => {
    const shelves = await Promise.all(
      crowd.slice(0, 12).map(async (who) => {
        const made = await Promise.all(['From', 'To'].map((title) => boards.make(ctx, who, { title, private: false })))
        return { who, id: await note(), boards: made.map((b) => (b.ok ? b.value : '')) as [string, string] }
      }),
    )
    for (let round = 0; round < 40; round++) {
      await Promise.all(shelves.map(({ who, id, boards: [from] }) => collect(ctx, who, id, from)))
      await Promise.all(shelves.flatMap(({ who, id, boards: [from, to] }) => [collect(ctx, who, id, to), uncollect(other, who, id, from)]))
      await rowsEqualCounters(ctx)
      await Promise.all(shelves.map(({ who, id }) => uncollect(ctx, who, id)))
    }
    await rowsEqualCounters(ctx)
  })

  it('counters committed while a note is being read are not lost, and a word that comes late changes nothing', async () => {
    const id = await note()
    const cache = noteCache(ctx)
    const later = { id, likes: 7, collects: 0, comments: 0, views: 9, version: 12 }
    const earlier = { ...later, likes: 6, version: 11 }
    for (const words of [[later], [earlier, later], [later, earlier]]) {
      cache.clear()
      const rows = vi.spyOn(ctx.db, 'rows').mockImplementation((...asked) => {
        rows.mockRestore()
        const reading = ctx.db.rows(...asked)
        for (const word of words) cache.count([word])
        // biome-ignore lint/suspicious/noExplicitAny: whatever the row is
        return reading as Promise<any[]>
      })
      expect((await cache.load([id])).get(id)?.counts.likes, 'heard while it is read').toBe(7)
      cache.count([earlier])
      expect((await cache.load([id])).get(id)?.counts.likes, 'heard late').toBe(7)
    }
  })

  it('a note forgotten while it is being read is answered, and not kept', async () => {
    const id = await note()
    const cache = noteCache(ctx)
    for (const meanwhile of [() => cache.forget([id]), () => cache.clear()]) {
      cache.clear()
      const rows = vi.spyOn(ctx.db, 'rows').mockImplementationOnce((...asked) => {
        rows.mockRestore()
        const reading = ctx.db.rows(...asked)
        meanwhile()
        // biome-ignore lint/suspicious/noExplicitAny: whatever the row is
        return reading as Promise<any[]>
      })
      expect((await cache.load([id])).has(id)).toBe(true)
      const again = vi.spyOn(ctx.db, 'rows')
      await cache.load([id])
      expect(again).toHaveBeenCalled()
      again.mockRestore()
    }
  })

  it('a note taken away in between is left alone', async () => {
    const id = await note()
    const [a] = crowd as [Who]
    await counts(other, id)
    await ctx.db.run(sql`update note set state = 'deleted' where id = ${id}`)
    // The other process believes in it for a moment; the database does not.
    expect((await like(other, a, id)).ok).toBe(true)
    await rowsEqualCounters(ctx)
    expect(await ctx.db.one(sql`select 1 as yes from note_like where note_id = ${id}`)).toBeUndefined()
  })

  it('one that cannot be written does not take the others with it, and the same key keeps its order', async () => {
    const seen: number[][] = []
    const gatherer = new Gatherer<number>(
      async (ops) => {
        if (ops.includes(13)) throw new Error('unlucky')
        seen.push(ops)
      },
      (n) => String(n % 10),
    )
    const results = await Promise.allSettled([1, 2, 13, 4, 11, 21].map((n) => gatherer.add(n)))
    expect(results.map((r) => r.status)).toEqual(['fulfilled', 'fulfilled', 'rejected', 'fulfilled', 'fulfilled', 'fulfilled'])
    const ones = seen.flat().filter((n) => n % 10 === 1)
    expect(ones).toEqual([1, 11, 21])
    expect(seen.every((ops) => new Set(ops.map((n) => n % 10)).size === ops.length)).toBe(true)
    await gatherer.idle()
  })
})

describe('comments', () => {
  it('made and deleted by many at once in two processes are counted right on both levels', async () => {
    const id = await note()
    const first = await comments.make(ctx, tess, id, { text: 'first' })
    if (!first.ok) throw new Error(first.problem.code)
    const made = await Promise.all(
      crowd
        .slice(0, 30)
        .map((who, i) => comments.make(i % 2 ? other : ctx, who, id, { text: `c${i}`, ...(i % 3 ? { replyTo: first.value } : {}) })),
    )
    expect(made.every((m) => m.ok)).toBe(true)
    await Promise.all(made.slice(0, 15).map((m, i) => m.ok && comments.remove(i % 2 ? ctx : other, tess, m.value)))
    await rowsEqualCounters(ctx)
    expect((await counts(ctx, id)).comments).toBeLessThanOrEqual(31)
    await expect.poll(() => counts(ctx, id).then((c) => c.comments)).toBe(16)
  })

  it('topics used by many for the first time at once become one topic each', async () => {
    await Promise.all(crowd.slice(0, 12).map((who, i) => (i % 2 ? note('#新话题 #NewTopic', who) : note('#newtopic and #新話題', who))))
    const topic = await topics.read(ctx, null, 'NEWTOPIC')
    expect(topic.ok && topic.value.counts.notes).toBe(12)
    await rowsEqualCounters(ctx)
  })
})

describe('what was written elsewhere', () => {
  it('carries its time, and much of the same moment does not collide', async () => {
    const at = new Date('2025-03-01T10:00:00.000Z')
    const pictures = await Promise.all(crowd.slice(0, 20).map((who) => picture(ctx, who.accountId)))
    const made = await Promise.all(
      crowd.slice(0, 20).map((who, i) => notes.publish(ctx, who, { title: 'Then', media: pictures.slice(i, i + 1) }, { at })),
    )
    const ids = made.map((m) => (m.ok ? m.value : m.problem.code))
    expect(new Set(ids).size).toBe(20)
    expect(new Set(ids.map((id) => idTime(id).toISOString()))).toEqual(new Set([at.toISOString()]))
    expect((await cards(ctx, null, ids)).every((c) => c.createdAt === at.toISOString())).toBe(true)
  })
})

describe('views', () => {
  it('are exact for note and topic after a flush, and unknown ids count nothing', async () => {
    const id = await note('#watched')
    const comment = await comments.make(ctx, tess, id, { text: 'hm' })
    if (!comment.ok) throw new Error(comment.problem.code)
    for (let i = 0; i < 100; i++) {
      views.count(ctx, [id, '123', comment.value])
      views.count(other, [id])
    }
    await Promise.all([views.flush(ctx), views.flush(other), views.flush(ctx)])
    await expect.poll(() => counts(ctx, id).then((c) => c.views)).toBe(200)
    const topic = await topics.read(other, null, 'watched')
    expect(topic.ok && topic.value.counts.views).toBe(200)
    expect((await ctx.db.one<{ v: string }>(sql`select views as v from note_counter where note_id = ${comment.value}`))?.v).toBe('0')
  })

  it('reach the database at a clean stop', async () => {
    const id = await note()
    const third = await createContext(ctx.config, { connection: database.connection })
    for (let i = 0; i < 37; i++) views.count(third, [id])
    await third.stop()
    expect((await ctx.db.one<{ v: string }>(sql`select views as v from note_counter where note_id = ${id}`))?.v).toBe('37')
  })

  it('wait while the database does not take them', async () => {
    const id = await note()
    const real = ctx.db.tx
    const broken = Object.assign(ctx.db, { tx: () => Promise.reject(new Error('away')) })
    const warn = ctx.log.level
    ctx.log.level = 'silent'
    views.count(ctx, [id, id])
    await views.flush(ctx)
    Object.assign(broken, { tx: real })
    ctx.log.level = warn
    views.count(ctx, [id])
    await views.flush(ctx)
    expect((await ctx.db.one<{ v: string }>(sql`select views as v from note_counter where note_id = ${id}`))?.v).toBe('3')
  })
})

describe('trending', () => {
  it('what grows now and by many people comes before what was big once', async () => {
    const third = await testContext({ database })
    for (const who of crowd.slice(20, 26)) await note('#dragonboat', who)
    await ctx.db.run(sql`
      update note set published_at = now() - interval '40 hours' where id in (
        select x.note_id from note_topic as x join topic as t on t.id = x.topic_id where t.key = 'newtopic')`)
    const { items } = await topics.trending(third, null, 10)
    const names = items.map((t) => t.name.toLowerCase())
    expect(names[0]).toBe('dragonboat')
    expect(names).toContain('newtopic')
  })
})

describe('someone who leaves for good', () => {
  it('takes likes, collects, comments and notes along, and every counter stays right', async () => {
    const gone = await person('leaver')
    const [mine, theirs] = [await note('#goodbye', gone), await note()]
    await like(ctx, gone, theirs)
    await collect(ctx, gone, theirs)
    const said = await comments.make(ctx, gone, theirs, { text: 'bye' })
    if (!said.ok) throw new Error(said.problem.code)
    await comments.make(ctx, tess, theirs, { text: 'take care', replyTo: said.value })
    await ctx.db.run(sql`update account set state = 'deleted' where id = ${gone.accountId}`)
    await ctx.db.tx((tx) =>
      notesHears.onAccountDeleted(ctx, tx, [
        { id: '1', name: 'account.deleted', facts: { account: gone.accountId, handle: 'leaver' }, at: new Date() },
      ]),
    )
    for (let i = 0; i < 2; i++) await notesJobs['notes.erase']?.(ctx, { accountId: gone.accountId })
    expect(await counts(ctx, theirs)).toMatchObject({ likes: 0, collects: 0, comments: 1 })
    expect((await notes.read(ctx, tess, mine)).ok).toBe(false)
    expect(await ctx.db.rows(sql`select 1 from note where author_id = ${gone.accountId} and (text <> '' or title <> '')`)).toEqual([])
    await rowsEqualCounters(ctx)
  })
})
