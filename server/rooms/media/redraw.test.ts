import { expect, test } from 'vitest'
import { sql } from '#server/platform/db.ts'
import { testContext } from '#tests/setup/database.ts'
import { addMedia } from './add-media.ts'
import { makeTextCard, mediaByIds, mediaJobs } from './index.ts'
import { encodeMaster, encodeRenditions, impressionOf } from './pictures/render.ts'
import { pipelineOf } from './pipeline.ts'
import { mediaRow } from './read.ts'
import { PaintingEnded } from './text-cards/painter.ts'
import { textCardPixels } from './text-cards/render.ts'
import { updateMedia } from './update-media.ts'

const ctx = await testContext()
const accountId = ctx.ids.next()
await ctx.db.run(sql`insert into account (id, handle, display_name) values (${accountId}, 'tess', 'Tess')`)

// ё and ★ stand in slices of their own; everything else is in the large font.
const words = { title: 'Ещё ★', text: 'Чай готов, заходите. Ёлка стоит.', template: 'letter' }

/** A card as it was stored before: drawn without these slices of the fonts. */
const oldCard = async (card: typeof words, without: readonly string[]): Promise<string> => {
  const pixels = await textCardPixels(pipelineOf(ctx).painter, card, without)
  const { width, height } = pixels
  const { id } = await addMedia(ctx, {
    kind: 'image',
    master: { bytes: await encodeMaster(pixels), width, height },
    renditions: await encodeRenditions(pixels),
    impression: await impressionOf(pixels),
    ...{ width, height, animated: false, accountId, textCard: card.template },
    alt: `${card.title}\n${card.text}`,
  })
  await ctx.db.run(sql`update media set card_drawing = 0 where id = ${id}`)
  return id
}
const urlOf = async (id: string) => (await mediaByIds(ctx, [id])).get(id)?.url
const run = async () => {
  await ctx.db.tx((tx) => ctx.jobs.add(tx, 'media.redraw', {}))
  await ctx.jobs.runDue(mediaJobs)
}
const masterOf = async (id: string) => ctx.storage.read((await mediaRow(ctx.db, id))?.master ?? '')

test('a card that was stored with letters missing is drawn anew, once, and no other', async () => {
  const { painter } = pipelineOf(ctx)
  const slices = await painter.slicesOf(words)
  expect(slices.length).toBeGreaterThan(0)
  const damaged = await oldCard(words, slices)
  const partly = await oldCard(words, slices.slice(0, 1))
  const sound = await oldCard(words, [])
  const described = await oldCard(words, slices)
  await updateMedia(ctx, { accountId }, described, { alt: 'Ещё: совсем другие слова' })
  const fresh = await makeTextCard(ctx, { accountId }, words)
  if (!fresh.ok) throw new Error('no card')
  const before = new Map(await Promise.all([damaged, partly, sound, described].map(async (id) => [id, await urlOf(id)] as const)))
  const wrong = await masterOf(damaged)

  await run()
  const right = await encodeMaster(await textCardPixels(painter, words))
  expect(right.equals(wrong ?? right)).toBe(false)
  for (const id of [damaged, partly]) {
    expect(await urlOf(id)).not.toBe(before.get(id))
    expect((await masterOf(id))?.equals(right)).toBe(true)
  }
  for (const id of [sound, described]) expect(await urlOf(id)).toBe(before.get(id))
  expect(await urlOf(fresh.value.id)).toBe(fresh.value.url)

  const after = await urlOf(damaged)
  await run()
  expect(await urlOf(damaged)).toBe(after)
  expect(await ctx.db.one(sql`select count(*)::int as left from media where card_drawing < 1`)).toEqual({ left: 0 })
})

test('a process that stops in the middle leaves the card for the next one', async () => {
  const { painter } = pipelineOf(ctx)
  const id = await oldCard(words, await painter.slicesOf(words))
  const before = await urlOf(id)
  const { slicesOf } = painter
  painter.slicesOf = async () => {
    await painter.stop()
    throw new PaintingEnded('stopped')
  }
  await run()
  expect(await ctx.db.one(sql`select card_drawing from media where id = ${id}`)).toEqual({ card_drawing: 0 })
  painter.slicesOf = slicesOf
  await mediaJobs['media.redraw'](ctx)
  expect(await urlOf(id)).not.toBe(before)
})

test('more than one batch, and a card whose file is gone keeps nobody waiting', async () => {
  const ids: string[] = []
  const one = { title: '', text: 'Plain words', template: 'blank' }
  for (let i = 0; i < 11; i++) ids.push(await oldCard(one, []))
  const row = await mediaRow(ctx.db, ids[0] ?? '')
  await ctx.storage.remove([row?.master ?? ''])
  await run()
  expect(await ctx.db.one(sql`select count(*)::int as left from media where card_drawing < 1`)).toEqual({ left: 0 })
})
