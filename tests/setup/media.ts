import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Clock } from '#server/platform/context.ts'
import { sql } from '#server/platform/db.ts'
import { mediaJobs, uploadPicture } from '#server/rooms/media/index.ts'
import type { ImageMedia, Media } from '#server/rooms/media/schema.ts'
import { testContext } from './database.ts'

export const codeOf = (result: { ok: boolean; problem?: { code: string } }) => (result.ok ? 'ok' : result.problem?.code)
/** The name in storage of what is served at this address. */
export const keyOf = (url: string) => url.replace('/media/', '')

/** A context with two people who upload pictures, and what stands in its storage and its database afterwards. */
export async function openMedia(clock?: Clock) {
  const ctx = await testContext(clock ? { clock } : {})
  const person = async (handle: string) => {
    const accountId = ctx.ids.next()
    await ctx.db.run(sql`insert into account (id, handle, display_name) values (${accountId}, ${handle}, ${handle})`)
    return { accountId }
  }
  const tess = await person('tess')
  const xiaoman = await person('xiaoman')
  const allFiles = async () => {
    const keys: string[] = []
    for await (const file of ctx.storage.list('')) keys.push(file.key)
    return keys.sort()
  }
  return {
    ctx,
    tess,
    xiaoman,
    allFiles,
    async upload(file: Buffer, who = tess): Promise<ImageMedia> {
      const result = await uploadPicture(ctx, who, file, { alt: 'Mochi' })
      if (!result.ok) throw new Error(result.problem.code)
      return result.value
    },
    async bytesOf(url: string): Promise<Buffer> {
      const file = await ctx.storage.read(keyOf(url))
      if (!file) throw new Error(`no file at ${url}`)
      return file
    },
    filesOf: async (media: Media) => (await allFiles()).filter((key) => key.includes(`/${media.id}-`)),
    leftovers: () => ['uploads', 'media/.tmp'].flatMap((folder) => readdirSync(join(ctx.config.dataDir, folder), { encoding: 'utf8' })),
    rows: async () => (await ctx.db.one<{ count: number }>(sql`select count(*)::int as count from media`))?.count,
    runJobs: () => ctx.jobs.runDue(mediaJobs),
    /** Runs the jobs that wait for a later time, too. */
    async runLaterJobs() {
      await ctx.db.run(sql`update graphile_worker._private_jobs set run_at = now() where run_at > now()`)
      await ctx.jobs.runDue(mediaJobs)
    },
  }
}
