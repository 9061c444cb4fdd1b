import sharp from 'sharp'
import { expect, test, vi } from 'vitest'
import { sql } from '#server/platform/db.ts'
import { asImage } from '#tests/setup/as-image.ts'
import { codeOf, keyOf, openMedia } from '#tests/setup/media.ts'
import { corners, cornersOf } from '#tests/setup/pictures.ts'
import { deleteMedia } from './delete-media.ts'
import { getMedia } from './get-media.ts'
import { attachMedia, makeTextCard, mediaByIds } from './index.ts'
import { pipelineOf } from './pipeline.ts'
import { updateMedia } from './update-media.ts'

const { ctx, tess, xiaoman, upload, bytesOf, filesOf, runJobs, runLaterJobs } = await openMedia()

test('a crop changes what is served, can be taken back, and its old files go', async () => {
  const media = await upload(await corners())
  const cropped = await updateMedia(ctx, tess, media.id, { crop: { x: 0.5, y: 0.5, width: 0.5, height: 0.5 }, alt: 'Her tail' })
  if (!cropped.ok) throw new Error(cropped.problem.code)
  expect(cropped.value).toMatchObject({ width: 300, height: 200, alt: 'Her tail' })
  expect(await cornersOf(await bytesOf(cropped.value.url))).toBe('blue blue blue blue')
  await runJobs()
  const withAvif = asImage((await mediaByIds(ctx, [media.id])).get(media.id))
  expect(withAvif.variants.filter((variant) => variant.type === 'image/avif').map((variant) => variant.width)).toEqual([300])
  expect(await ctx.storage.stat(keyOf(media.url))).toBeDefined()
  await runLaterJobs()
  expect(await ctx.storage.stat(keyOf(media.url))).toBeUndefined()
  const back = await updateMedia(ctx, tess, media.id, { crop: null })
  if (!back.ok) throw new Error(back.problem.code)
  expect(back.value).toMatchObject({ width: 600, height: 400 })
  expect(await cornersOf(await bytesOf(back.value.url))).toBe('red green blue white')
  await runLaterJobs()
  for (const variant of (await mediaByIds(ctx, [media.id])).get(media.id)?.variants ?? [])
    expect(await ctx.storage.stat(keyOf(variant.url)), variant.url).toBeDefined()
  expect(await filesOf(media)).toHaveLength(6)
})

test('two crops at once: the row and its files agree', async () => {
  const media = await upload(await corners())
  await Promise.all([0.1, 0.2, 0.3].map((x) => updateMedia(ctx, tess, media.id, { crop: { x, y: 0, width: 0.5, height: 1 } })))
  await runJobs()
  const after = asImage((await mediaByIds(ctx, [media.id])).get(media.id))
  for (const variant of after.variants) expect((await sharp(await bytesOf(variant.url)).metadata()).width).toBe(variant.width)
  expect(after.variants).toHaveLength(3)
})

test('twenty crops at once: the last one wins, few are rendered, no file is left without a name', async () => {
  const media = await upload(await corners())
  const rendering = vi.spyOn(pipelineOf(ctx).workshop, 'crop')
  const answers = await Promise.all(
    Array.from({ length: 20 }, (_, i) =>
      updateMedia(ctx, tess, media.id, {
        crop: { x: i / 100, y: 0, width: 0.5, height: 1 },
        ...(i === 7 ? { alt: 'said in between' } : {}),
      }),
    ),
  )
  expect(rendering.mock.calls.length).toBeLessThanOrEqual(3)
  rendering.mockRestore()
  const after = asImage((await mediaByIds(ctx, [media.id])).get(media.id))
  expect(answers.every((answer) => answer.ok)).toBe(true)
  expect(answers.at(-1)).toMatchObject({ ok: true, value: { url: after?.url } })
  expect(after?.alt).toBe('said in between')
  const row = await ctx.db.one<{ x: number }>(sql`select (crop->>'x')::float8 as x from media where id = ${media.id}`)
  expect(row?.x).toBe(0.19)
  await runLaterJobs()
  await runJobs()
  const named = (await mediaByIds(ctx, [media.id])).get(media.id)?.variants.map(({ url }) => keyOf(url)) ?? []
  expect((await filesOf(media)).filter((key) => !key.includes('/master-'))).toEqual(named.sort())
})

test('only its owner sees and changes an upload', async () => {
  const media = await upload(await corners())
  expect(codeOf(await getMedia(ctx, xiaoman, media.id))).toBe('not-found')
  expect(codeOf(await updateMedia(ctx, xiaoman, media.id, { alt: 'mine' }))).toBe('not-found')
  expect(codeOf(await deleteMedia(ctx, xiaoman, media.id))).toBe('not-found')
  expect((await getMedia(ctx, tess, media.id)).ok).toBe(true)
})

test('pictures are attached in order, one’s own only', async () => {
  const [one, two] = [await upload(await corners()), await upload(await corners())]
  const other = await upload(await corners(), xiaoman)
  const attached = await ctx.db.tx((tx) => attachMedia(tx, [two.id, one.id], tess.accountId))
  expect(attached.ok && attached.value.map((media) => media.id)).toEqual([two.id, one.id])
  expect(codeOf(await ctx.db.tx((tx) => attachMedia(tx, [one.id, other.id], tess.accountId)))).toBe('media-unusable')
  expect(codeOf(await ctx.db.tx((tx) => attachMedia(tx, ['1'], tess.accountId)))).toBe('media-unusable')
})

test('deleting takes all files along', async () => {
  const media = await upload(await corners())
  await runJobs()
  expect(await filesOf(media)).toHaveLength(6)
  expect((await deleteMedia(ctx, tess, media.id)).ok).toBe(true)
  await runJobs()
  expect(await filesOf(media)).toEqual([])
  expect(codeOf(await getMedia(ctx, tess, media.id))).toBe('not-found')
})

test('a text card is a picture with its words as alt text', async () => {
  const card = await makeTextCard(ctx, tess, { template: 'letter', title: '搬家', text: 'The first week in 成都 🐼' })
  if (!card.ok) throw new Error(card.problem.code)
  expect(card.value).toMatchObject({
    width: 1080,
    height: 1440,
    textCard: 'letter',
    alt: '搬家\nThe first week in 成都 🐼',
    state: 'ready',
  })
  expect(codeOf(await makeTextCard(ctx, tess, { template: 'none', text: 'x' }))).toBe('text-card-template-unknown')
  // Nothing to draw is no reason to refuse a note: the card shows a heart.
  expect(codeOf(await makeTextCard(ctx, tess, { template: 'letter', text: '🐼🐼' }))).toBe('ok')
})
