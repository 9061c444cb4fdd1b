import { beforeAll, describe, expect, it } from 'vitest'
import type { Context } from '#server/platform/context.ts'
import { sql } from '#server/platform/db.ts'
import type { App } from '#server/platform/http.ts'
import { suspendAccount } from '#server/rooms/accounts/index.ts'
import type { Card } from '#server/rooms/notes/schema.ts'
import { wiring } from '#server/wiring.ts'
import { testContext } from '#tests/setup/database.ts'
import { picture } from '#tests/setup/notes.ts'
import { type Someone, testApp, testPeople } from '#tests/setup/people.ts'
import { rebuildSearch } from './index.ts'

let ctx: Context
let app: App
let tess: Someone
let lin: Someone
let mo: Someone
let shy: Someone

/** The story's clock: a second goes by before each question, unless a test says otherwise. */
let now = Date.now()

beforeAll(async () => {
  ctx = await testContext({ clock: { now: () => new Date(now) } })
  app = await testApp(ctx)
  ctx.events.wire(wiring)
  ;[tess, lin, mo, shy] = (await testPeople(ctx, app, [
    'tess.rowan',
    { handle: 'lin.yue', locale: 'zh-Hans' },
    'mo',
    { handle: 'shy.one', private: true },
  ])) as [Someone, Someone, Someone, Someone]
  await tess.patch('/v1/me', { displayName: 'Tess Rowan' })
  await lin.patch('/v1/me', { displayName: '林月' })
})

async function publish(who: Someone, body: object): Promise<string> {
  const said = await who.post('/v1/notes', { media: [await picture(ctx, who.id)], ...body })
  expect(said.statusCode, said.body).toBe(201)
  await ctx.events.drain()
  return said.json().id
}
const ask = async (q: string, who: Someone | null = null, more = '', later = 1000) => {
  if (later > 0) now = Math.max(now + later, Date.now() + later)
  const url = `/v1/search?q=${encodeURIComponent(q)}${more}`
  const said = who ? await who.get(url) : await app.inject(url)
  expect(said.statusCode, said.body).toBe(200)
  return said.json() as { items: Card[]; next: string | null }
}
const found = async (q: string, who: Someone | null = null) => (await ask(q, who)).items.map((c) => c.id)

describe('notes', () => {
  it('are found by any run of Chinese characters, traditional or simplified, and by English stems', async () => {
    const id = await publish(lin, { title: '帶貓咪去公園', text: '橘子躲在帽子里，不肯出來 #petTax' })
    for (const q of ['猫咪去', '貓', '公園', '橘子躲在帽子', '不肯出来', 'petTax', 'pettax 帽子']) expect(await found(q), q).toContain(id)
    for (const q of ['里不肯', '帽子橘子', 'dog', '公园 dog']) expect(await found(q), q).not.toContain(id)
    const noodles = await publish(tess, { title: 'Hand-pulled noodles', text: 'Trying them in 成都 for the first time' })
    for (const q of ['noodle', 'pulling NOODLES', '成都 noodles', 'the noodles', '"first time"'])
      expect(await found(q), q).toContain(noodles)
    expect(await found('"time first"')).not.toContain(noodles)
  })

  it('are found by a word that is still being typed, where none is whole', async () => {
    const id = await publish(tess, { title: 'Marmalade for beginners', text: 'Seville oranges, simmering slowly' })
    for (const q of ['marmal', 'mar', 'seville orang', 'beginners marmala']) expect(await found(q), q).toContain(id)
    // Too short, between marks, or beside a word that is not there.
    for (const q of ['ma', 'lemon marmal', '"marmal"']) expect(await found(q), q).not.toContain(id)
    const whole = await publish(tess, { title: 'Mar', text: 'A lake' })
    expect(await found('mar')).toEqual([whole])
    await tess.delete(`/v1/notes/${whole}`)
    await Promise.all([1, 2, 3].map((n) => publish(mo, { title: `Marmalade ${n}`, text: 'x' })))
    const first = await ask('marmal', null, '&limit=2')
    const second = await ask('marmal', null, `&limit=2&cursor=${encodeURIComponent(first.next ?? '')}`, 0)
    expect(new Set([...first.items, ...second.items].map((card) => card.id)).size).toBe(4)
  })

  it('are found through the author’s second language layer', async () => {
    const id = await publish(tess, {
      title: 'Lanterns',
      text: 'Over the river',
      layer: { language: 'zh-Hans', title: '灯笼', text: '河上的灯会' },
    })
    expect(await found('灯会')).toContain(id)
    expect(await found('燈籠')).toContain(id)
    expect(await found('lantern')).toContain(id)
  })

  it('are looked up once a second for all who ask the same', async () => {
    const first = await publish(mo, { title: 'Kumquat jam', text: 'x' })
    const count = async (who: Someone | null) => (await ask('kumquat', who, '', 0)).items.length
    expect(await found('kumquat')).toEqual([first])
    const second = await publish(mo, { title: 'Kumquat tea', text: 'x' })
    expect([await count(null), await count(tess)]).toEqual([1, 1])
    await mo.delete(`/v1/notes/${first}`)
    expect(await count(null)).toBe(0)
    expect(await found('kumquat')).toEqual([second])
    await mo.delete(`/v1/notes/${second}`)
  })

  it('come with title before topic before text', async () => {
    const text = await publish(mo, { title: 'Morning', text: 'a lighthouse far away' })
    const topic = await publish(mo, { title: 'Evening', text: 'what a walk', topics: ['lighthouse'] })
    const title = await publish(mo, { title: 'The lighthouse', text: 'at last' })
    expect(await found('lighthouse')).toEqual([title, topic, text])
  })

  it('change and go with the note, whatever the order of events', async () => {
    const id = await publish(tess, { title: 'Quokka', text: 'smiles' })
    await tess.patch(`/v1/notes/${id}`, { title: 'Wombat' })
    await ctx.events.drain()
    expect([await found('quokka'), await found('wombat')]).toEqual([[], [id]])
    await tess.patch(`/v1/notes/${id}`, { visibility: 'followers' })
    await ctx.events.drain()
    expect(await found('wombat', tess)).toEqual([])
    await tess.patch(`/v1/notes/${id}`, { visibility: 'public' })
    await ctx.events.drain()
    expect(await found('wombat')).toEqual([id])
    await tess.delete(`/v1/notes/${id}`)
    expect(await found('wombat')).toEqual([])
    await ctx.events.drain()
    expect(await found('wombat')).toEqual([])
    const left = await ctx.db.rows(sql`select key from search_suggestion where kind = 'words' and key in ('quokka', 'wombat')`)
    expect(left).toEqual([])
  })

  it('are hidden by blocks, mutes, muted words and private accounts', async () => {
    const id = await publish(mo, { title: 'Axolotl care', text: 'cold water' })
    const quiet = await publish(shy, { title: 'My axolotl', text: 'a secret one' })
    expect(await found('axolotl')).toEqual([id])
    expect(await found('axolotl', tess)).toEqual([id])
    await tess.put('/v1/accounts/shy.one/follow')
    await shy.put('/v1/me/follow-requests/tess.rowan')
    expect((await found('axolotl', tess)).sort()).toEqual([id, quiet].sort())
    await tess.put('/v1/accounts/mo/mute')
    expect(await found('axolotl', tess)).toEqual([quiet])
    await tess.delete('/v1/accounts/mo/mute')
    await mo.put('/v1/accounts/tess.rowan/block')
    expect(await found('axolotl', tess)).toEqual([quiet])
    await mo.delete('/v1/accounts/tess.rowan/block')
    await lin.post('/v1/me/filters', { kind: 'word', value: 'axolotl' })
    expect(await found('axolotl', lin)).toEqual([])
  })

  it('are told apart for each reader within one reading', async () => {
    const open = await publish(mo, { title: 'Pangolin', text: 'walks' })
    const quiet = await publish(shy, { title: 'Pangolin at home', text: 'walks' })
    const now = async (who: Someone | null) => (await ask('pangolin', who, '', 0)).items.map((c) => c.id).sort()
    expect(await found('pangolin', lin)).toEqual([open])
    // tess follows shy.one since the test before.
    expect([await now(null), await now(tess), await now(lin)]).toEqual([[open], [open, quiet].sort(), [open]])
    await tess.put('/v1/accounts/mo/mute')
    await shy.put('/v1/accounts/lin.yue/block')
    expect([await now(tess), await now(lin)]).toEqual([[quiet], [open]])
    await tess.delete('/v1/accounts/mo/mute')
    await tess.delete('/v1/accounts/shy.one/follow')
    await mo.put('/v1/accounts/lin.yue/block')
    expect([await now(tess), await now(lin), await now(null)]).toEqual([[open], [], [open]])
    await mo.patch('/v1/me', { private: true })
    expect([await now(null), await now(tess)]).toEqual([[], []])
    await mo.patch('/v1/me', { private: false })
    await mo.delete('/v1/accounts/lin.yue/block')
    for (const [who, id] of [
      [mo, open],
      [shy, quiet],
    ] as const)
      await who.delete(`/v1/notes/${id}`)
  })

  it('turn pages without a double or a gap while new ones come', async () => {
    const ids = new Set<string>()
    for (let i = 0; i < 13; i++) ids.add(await publish(tess, { title: `Capybara number ${i}`, text: 'pool' }))
    const seen: string[] = []
    let cursor = ''
    for (;;) {
      const page = await ask('capybara', null, `&limit=4${cursor}`)
      seen.push(...page.items.map((c) => c.id))
      if (!page.next) break
      cursor = `&cursor=${page.next}`
      await publish(mo, { title: 'Another capybara', text: 'meanwhile' })
    }
    expect(seen).toHaveLength(13)
    expect(new Set(seen)).toEqual(ids)
  })

  it('reach every match, however many windows it takes', async () => {
    const cover = await picture(ctx, mo.id)
    // Enough for the newest ones to be looked through first; every sixth has the word.
    await ctx.db.run(sql`
      with new as (
        insert into note (id, author_id, title, text, published_at)
        select (((extract(epoch from now()) * 1000)::bigint - 1735689600000 - i * 3600000) << 22) + 5, ${mo.id}, case i % 6 when 0 then 'Heron ' || i else 'Reed ' || i end, 'wades', now()
        from generate_series(1, 4600::bigint) as i returning id),
      c as (insert into note_counter (note_id, likes) select id, id % 90 from new)
      insert into note_media (note_id, position, media_id) select id, 0, ${cover} from new`)
    await rebuildSearch(ctx)
    const seen: string[] = []
    for (let cursor = ''; ; ) {
      const page = await ask('heron', null, `&limit=97${cursor}`)
      seen.push(...page.items.map((c) => c.title))
      if (!page.next) break
      expect(page.items).toHaveLength(97)
      cursor = `&cursor=${page.next}`
    }
    expect(new Set(seen).size).toBe(766)
    expect(seen).toHaveLength(766)
  })

  it('answer nothing to nothing, and anything with a list', async () => {
    for (const q of ['', '!!!', '"', "'", '\\', '%', "' & !", '\u0000', 'a'.repeat(200), '的'.repeat(200), 'a:*', '<->']) await ask(q)
    expect((await ask('!!!')).items).toEqual([])
    expect((await app.inject('/v1/search?q=x&type=planets')).statusCode).toBe(400)
  })
})

describe('people and topics', () => {
  const names = async (q: string, type: string, who: Someone | null = null) =>
    (await ask(q, who, `&type=${type}`)).items.map((i) => ('handle' in i ? i.handle : 'name' in i ? i.name : ''))

  it('are found by handle, name and parts of them', async () => {
    for (const q of ['tess', '@tess.rowan', 'rowan', 'Tess Rowan', 'TESS']) expect(await names(q, 'accounts'), q).toEqual(['tess.rowan'])
    expect(await names('林', 'accounts')).toEqual(['lin.yue'])
    expect(await names('月', 'accounts')).toEqual(['lin.yue'])
    expect(await names('shy', 'accounts')).toEqual(['shy.one'])
    await publish(tess, { title: 'Moving in', text: '#TikTokRefugee' })
    for (const q of ['tiktok', '#tiktokrefugee', 'refugee', 'TikTokRefugee']) expect(await names(q, 'topics'), q).toEqual(['TikTokRefugee'])
  })

  it('go when someone is suspended or blocks', async () => {
    await lin.put('/v1/accounts/tess.rowan/block')
    expect(await names('林月', 'accounts', tess)).toEqual([])
    await lin.delete('/v1/accounts/tess.rowan/block')
    expect(await names('林月', 'accounts', tess)).toEqual(['lin.yue'])
    const id = await publish(lin, { title: 'Narwhal', text: 'ice' })
    await ctx.db.tx((tx) => suspendAccount(ctx, tx, lin.id, 'spam'))
    await ctx.events.drain()
    expect(await names('林月', 'accounts')).toEqual([])
    expect(await found('narwhal')).not.toContain(id)
  })
})

describe('suggestions', () => {
  const suggest = async (q: string, who: Someone | null = null) => {
    const url = `/v1/search/suggestions?q=${encodeURIComponent(q)}`
    return (who ? await who.get(url) : await app.inject(url))
      .json()
      .items.map((s: { kind: string; text: string; handle?: string }) => `${s.kind} ${s.handle ?? s.text}`)
  }
  it('know topics, people, and words that several titles have', async () => {
    await publish(tess, { title: 'Tiramisu for beginners', text: 'x' })
    await publish(mo, { title: 'My first tiramisu', text: 'x' })
    await publish(mo, { title: '周末学做咖啡', text: 'x' })
    await publish(mo, { title: '咖啡又煮糊了', text: 'x' })
    expect(await suggest('ti')).toEqual(['topic TikTokRefugee', 'words tiramisu'])
    expect(await suggest('tiram')).toEqual(['words tiramisu'])
    expect(await suggest('refu')).toEqual(['topic TikTokRefugee'])
    expect(await suggest('te')).toContain('account tess.rowan')
    expect(await suggest('@row')).toEqual(['account tess.rowan'])
    expect(await suggest('#TIKTOK')).toEqual(['topic TikTokRefugee'])
    expect(await suggest('咖')).toEqual(['words 咖啡'])
    expect(await suggest('成都 tir')).toEqual(['words 成都 tiramisu'])
    expect(await suggest('')).toEqual([])
    expect(await suggest('\u{10ffff}')).toEqual([])
  })
})

it('can be made anew and then says the same', async () => {
  const all = () =>
    ctx.db.rows(sql`
      select 'note' as t, note_id::text as a, body as b, tsv::text as c from search_note
      union all select 'topic', topic_id::text, key, tsv::text from search_topic
      union all select 'account', account_id::text, handle, tsv::text from search_account
      union all select kind, ref::text, key, case when kind = 'account' then '' else weight::text end from search_suggestion order by 1, 2, 3, 4`)
  const before = await all()
  await ctx.db.run(sql`delete from search_topic`)
  await ctx.db.run(sql`delete from search_account`)
  await ctx.db.run(sql`delete from search_suggestion where kind <> 'words'`)
  await rebuildSearch(ctx)
  expect(await all()).toEqual(before)
})
