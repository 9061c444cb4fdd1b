import { mkdirSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { keyOf, openMedia } from '#tests/setup/media.ts'
import { corners } from '#tests/setup/pictures.ts'
import { getMedia } from './get-media.ts'
import { attachMedia, releaseMedia } from './index.ts'

let turned = 0
let jumped = 0
/** Time that passes shows on both clocks; a jump on the calendar only. */
const clock = {
  now: () => new Date(Date.now() + turned + jumped),
  monotonic: () => performance.now() + turned,
  shared: () => null,
}
const { ctx, tess, upload, filesOf, leftovers, runJobs } = await openMedia(clock)

test('the sweep takes what nobody shows and what a crash left, and nothing else', async () => {
  const used = await upload(await corners())
  const letGo = await upload(await corners())
  const loose = await upload(await corners())
  await runJobs()
  await ctx.db.tx((tx) => attachMedia(tx, [used.id, letGo.id], tess.accountId))
  const orphan = `p/ab/${ctx.ids.next()}-${'0'.repeat(24)}/1080-0123456789abcdef.webp`
  const extra = `${keyOf(used.url).split('/').slice(0, 3).join('/')}/360-fedcba9876543210.webp`
  await ctx.storage.put(orphan, Buffer.from('left by a killed process'))
  await ctx.storage.put(extra, Buffer.from('a rendition no row names'))
  mkdirSync(join(ctx.config.dataDir, 'uploads'), { recursive: true })
  for (const name of ['uploads/1-half', 'media/.tmp/1-half']) {
    const path = join(ctx.config.dataDir, name)
    writeFileSync(path, 'half')
    utimesSync(path, new Date(0), new Date(0))
  }
  const sweep = async () => {
    await ctx.db.tx((tx) => ctx.jobs.add(tx, 'media.sweep', {}))
    await runJobs()
    await runJobs()
  }
  await sweep()
  // Young: an upload may be under way.
  expect(await ctx.storage.stat(orphan)).toBeDefined()
  expect(leftovers()).toEqual([])

  turned = 3 * 3_600_000
  await sweep()
  expect(await ctx.storage.stat(orphan)).toBeUndefined()
  expect(await ctx.storage.stat(extra)).toBeUndefined()
  expect(await filesOf(loose)).toHaveLength(6)

  await ctx.db.tx((tx) => releaseMedia(tx, [letGo.id], tess.accountId))
  turned = 49 * 3_600_000
  await sweep()
  turned = 0
  expect(await filesOf(loose)).toEqual([])
  expect(await filesOf(letGo)).toEqual([])
  expect(await filesOf(used)).toHaveLength(6)
  expect((await getMedia(ctx, tess, used.id)).ok).toBe(true)
})

test('a calendar that jumps ahead makes nothing old', async () => {
  const fresh = await upload(await corners())
  const orphan = `p/ab/${ctx.ids.next()}-${'1'.repeat(24)}/1080-0123456789abcdef.webp`
  await ctx.storage.put(orphan, Buffer.from('its row is being written'))
  await runJobs()
  const sweep = async () => {
    await ctx.db.tx((tx) => ctx.jobs.add(tx, 'media.sweep', {}))
    await runJobs()
    await runJobs()
  }
  for (const days of [1, 3]) {
    jumped = days * 24 * 3_600_000
    await sweep()
    expect(await ctx.storage.stat(orphan)).toBeDefined()
    expect(await filesOf(fresh)).toHaveLength(6)
  }
  turned = 50 * 3_600_000
  await sweep()
  turned = jumped = 0
  expect(await ctx.storage.stat(orphan)).toBeUndefined()
  expect(await filesOf(fresh)).toEqual([])
})
