import * as fs from 'node:fs'
import * as path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { readConfig } from '#server/platform/config.ts'
import { createContext } from '#server/platform/context.ts'
import { sql } from '#server/platform/db.ts'
import { mediaJobs } from '#server/rooms/media/index.ts'
import type { Person } from '#tests/setup/client.ts'
import { cameraJpeg, corners } from '#tests/setup/pictures.ts'
import { lotOf } from './fuzz/lot.ts'
import { openSite, type Site } from './setup/site.ts'
import type { Experiment } from './types.ts'

const LANES = 3
/** Kills of the program, and as many of its database, in turns. */
const KILLS = { short: 1, long: 15 }
/** The longest that a kill waits after an answer, ms: an upload takes about as long. */
const WITHIN = 400
/** What nobody names is swept after two hours. */
const LATER = 3 * 3_600_000

interface Seen {
  /** Ids that were answered, with who sent them. */
  answered: { id: string; by: Person }[]
  faults: string[]
}

/** One picture after another, whatever becomes of the site meanwhile. */
async function send(site: Site, by: Person, bytes: Uint8Array<ArrayBuffer>, seen: Seen, on: () => boolean): Promise<void> {
  while (on()) {
    const form = new FormData()
    form.set('file', new File([bytes], 'a.jpg', { type: 'image/jpeg' }))
    try {
      const said = await site.call('POST', '/v1/media', { token: by.token, body: form })
      if (said.status === 201) seen.answered.push({ id: said.json.id, by })
      else if (said.status !== 503) seen.faults.push(`${said.status} ${said.text.slice(0, 200)}`)
    } catch (error) {
      if (!(error instanceof TypeError)) throw error
      await pause(20)
    }
  }
}

async function healthy(site: Site): Promise<void> {
  for (const end = Date.now() + 60_000; Date.now() < end; await pause(50))
    if ((await site.call('GET', '/healthz').catch(() => null))?.status === 200) return
  throw new Error('the site did not come back within a minute')
}

/** Everything below a folder with bytes in it. */
const filesIn = (folder: string): string[] =>
  fs
    .readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name))

/** Sweeps as the site does three hours later; answers files of nobody, and what rows name that is not there. */
async function sweepLater(site: Site): Promise<{ left: string[]; missing: string[] }> {
  const dataDir = path.join(site.folder, 'data')
  const config = readConfig({ DATABASE_URL: site.databaseUrl(), DATA_DIR: dataDir, LOG_LEVEL: 'silent', DATABASE_POOL: '2' })
  const clock = { now: () => new Date(Date.now() + LATER), monotonic: () => performance.now() + LATER }
  const ctx = await createContext(config, { connection: { connectionString: site.databaseUrl() }, clock })
  try {
    await mediaJobs['media.sweep'](ctx)
    const rows = await ctx.db.rows<{ master: string; variants: { key: string }[] }>(sql`select master, variants from media`)
    const named = new Set(rows.flatMap(({ master, variants }) => [master, ...variants.map(({ key }) => key)]))
    const there = new Set<string>()
    for await (const { key } of ctx.storage.list('')) there.add(key)
    return { left: [...there].filter((key) => !named.has(key)), missing: [...named].filter((key) => !there.has(key)) }
  } finally {
    await ctx.stop()
  }
}

export const experiment: Experiment = {
  name: 'uploads',
  about: 'pictures are sent without a pause while the program and its database are killed in turns; then the sweep',
  async run({ short, seed, say }) {
    const site = await openSite()
    try {
      const people = await Promise.all(Array.from({ length: LANES }, (_, i) => site.join(`sender${i}`)))
      const bytes = new Uint8Array(await cameraJpeg(await corners(1200, 800), 6))
      const seen: Seen = { answered: [], faults: [] }
      const kills = short ? KILLS.short : KILLS.long
      const uploads = path.join(site.folder, 'data/uploads')
      let on = true
      let originals = 0
      const lanes = people.map((by) => send(site, by, bytes, seen, () => on && !site.server.end()))
      const again = async () => {
        for (const had = seen.answered.length; seen.answered.length < had + 2 && seen.faults.length < 10; ) await pause(10)
        await pause(lotOf(`kill ${seen.answered.length}`, seed) % WITHIN)
      }
      for (let i = 0; i < kills; i++) {
        await again()
        process.kill(site.postmaster(), i % 3 === 2 ? 'SIGQUIT' : 'SIGKILL')
        await healthy(site)
        await again()
        on = false
        await site.server.kill()
        await Promise.all(lanes.splice(0))
        originals += filesIn(uploads).filter((file) => fs.statSync(file).size > 0).length
        await site.again()
        on = i < kills - 1
        if (on) lanes.push(...people.map((by) => send(site, by, bytes, seen, () => on && !site.server.end())))
        say(`${i + 1} of ${kills}: ${seen.answered.length} answered`)
      }
      let lost = 0
      for (const { id, by } of seen.answered) if ((await site.call('GET', `/v1/media/${id}`, { token: by.token })).status !== 200) lost++
      // What waits to be encoded smaller would write while we look.
      await site.server.kill()
      const { left, missing } = await sweepLater(site)
      for (const one of [...seen.faults, ...left, ...missing].slice(0, 10)) say(one)
      const done = `${kills} kills of the database and ${kills} of the program while ${LANES} people sent ${seen.answered.length} pictures, seed ${seed}`
      const none = (what: string, figure: number) => ({ what, done, figure, target: '0', met: figure === 0 && seen.answered.length > 0 })
      return [
        none('answered pictures lost', lost),
        none('files that a row names and that are not there', missing.length),
        none('files of nobody after the sweep', left.length),
        none('originals that a killed program left', originals),
        none('answers other than 201 and 503', seen.faults.length),
      ]
    } finally {
      await site.close()
    }
  },
}
