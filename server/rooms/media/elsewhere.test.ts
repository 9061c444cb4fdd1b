import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { sql } from '#server/platform/db.ts'
import { testContext } from '#tests/setup/database.ts'
import { memoryStorage } from '#tests/setup/memory-storage.ts'
import { corners, cornersOf } from '#tests/setup/pictures.ts'
import { deleteMedia } from './delete-media.ts'
import { mediaJobs, uploadPicture } from './index.ts'
import { updateMedia } from './update-media.ts'

const ctx = await testContext({ storage: memoryStorage() })
const accountId = ctx.ids.next()
await ctx.db.run(sql`insert into account (id, handle, display_name) values (${accountId}, 'tess', 'Tess')`)

test('a picture is taken in, cropped, given its AVIF and deleted where files lie on no disk', async () => {
  const made = await uploadPicture(ctx, { accountId }, await corners())
  if (!made.ok) throw new Error(made.problem.code)
  const cropped = await updateMedia(ctx, { accountId }, made.value.id, { crop: { x: 0, y: 0, width: 0.5, height: 1 } })
  if (!cropped.ok) throw new Error(cropped.problem.code)
  await ctx.jobs.runDue(mediaJobs)
  const file = await ctx.storage.read(cropped.value.url.replace('/media/', ''))
  expect(await cornersOf(file ?? Buffer.alloc(0))).toBe('red red white white')
  const types: string[] = []
  for await (const { key } of ctx.storage.list('p')) types.push(key.slice(key.lastIndexOf('.') + 1))
  expect(types).toContain('avif')
  expect(existsSync(join(ctx.config.dataDir, 'media'))).toBe(false)
  expect((await deleteMedia(ctx, { accountId }, made.value.id)).ok).toBe(true)
  await ctx.db.run(sql`update graphile_worker._private_jobs set run_at = now() where run_at > now()`)
  await ctx.jobs.runDue(mediaJobs)
  for await (const { key } of ctx.storage.list('p')) throw new Error(`${key} is left`)
})
