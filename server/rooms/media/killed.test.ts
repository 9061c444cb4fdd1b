import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readdirSync, readFileSync, statSync, watch, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import sharp from 'sharp'
import { expect, test } from 'vitest'
import { sql } from '#server/platform/db.ts'
import { testContext, testDatabase, testFolder } from '#tests/setup/database.ts'
import { cameraJpeg, corners } from '#tests/setup/pictures.ts'
import { mediaJobs } from './index.ts'

/** Kills at a different moment of the work each time: after so many finished uploads, and so many files more that came, went or were renamed. */
const moments = [
  [1, 1],
  [2, 5],
  [3, 12],
] as const

const stirred = (folder: string, times: number) =>
  new Promise<void>((done) => {
    let left = times
    const watcher = watch(folder, { recursive: true }, () => {
      if (--left > 0) return
      watcher.close()
      done()
    })
  })

test('killed in the middle of uploads: every row has all its files, and the rest is swept', async () => {
  const database = await testDatabase()
  const dataDir = testFolder()
  let turned = 0
  const ctx = await testContext({
    database,
    config: { dataDir },
    clock: { now: () => new Date(Date.now() + turned), monotonic: () => performance.now() + turned },
  })
  const account = ctx.ids.next()
  await ctx.db.run(sql`insert into account (id, handle, display_name) values (${account}, 'tess', 'Tess')`)
  const picture = join(dataDir, 'picture.png')
  writeFileSync(picture, await cameraJpeg(await corners(1200, 800), 6))

  for (const [uploads, more] of moments) {
    const child = spawn(process.execPath, [join(import.meta.dirname, '../../../tests/setup/upload-until-killed.ts')], {
      env: {
        ...process.env,
        DATABASE_URL: database.url,
        DATA_DIR: dataDir,
        PICTURE: picture,
        ACCOUNT: account,
        DATABASE_POOL: '4',
        LOG_LEVEL: 'error',
      },
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    const ended = once(child, 'exit')
    let done = 0
    const enough = new Promise<void>((resolve) => {
      child.stdout.on('data', (dots: Buffer) => {
        done += dots.length
        if (done >= uploads) resolve()
      })
    })
    await Promise.race([enough, ended])
    await Promise.race([stirred(dataDir, more), ended])
    child.kill('SIGKILL')
    await ended
    expect(done).toBeGreaterThanOrEqual(uploads)
    // An original tells where it was taken: it ends with the process, without anybody sweeping.
    const uploadsFolder = join(dataDir, 'uploads')
    for (const name of readdirSync(uploadsFolder)) expect(statSync(join(uploadsFolder, name)).size, name).toBe(0)
    expect((statSync(uploadsFolder).mode & 0o777).toString(8)).toBe('700')
    for (const path of readdirSync(dataDir, { recursive: true, encoding: 'utf8' }).map((name) => join(dataDir, name)))
      if (path !== picture && statSync(path).isFile()) {
        expect(readFileSync(path).includes('SecretCamera'), path).toBe(false)
        expect((statSync(path).mode & 0o77).toString(8), path).toBe('0')
      }
  }

  const rows = await ctx.db.rows<{ master: string; variants: { key: string; width: number }[] }>(sql`select master, variants from media`)
  expect(rows.length).toBeGreaterThanOrEqual(6)
  const named = new Set<string>()
  for (const { master, variants } of rows) {
    for (const { key, width } of [{ key: master, width: 1200 }, ...variants]) {
      named.add(key)
      const file = await ctx.storage.read(key)
      const { info } = await sharp(file, { failOn: 'warning' }).raw().toBuffer({ resolveWithObject: true })
      expect(info.width, key).toBe(width)
    }
  }
  turned = 3 * 3_600_000
  await ctx.jobs.empty()
  await ctx.db.tx((tx) => ctx.jobs.add(tx, 'media.sweep', {}))
  await ctx.jobs.runDue(mediaJobs)
  const left: string[] = []
  for await (const { key } of ctx.storage.list('p')) left.push(key)
  expect(left.sort()).toEqual([...named].sort())
}, 180_000)
