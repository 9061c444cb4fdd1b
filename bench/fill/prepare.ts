import { createHash } from 'node:crypto'
import * as fs from 'node:fs'
import * as path from 'node:path'
import { fileURLToPath } from 'node:url'
import { readConfig } from '#server/platform/config.ts'
import { createContext } from '#server/platform/context.ts'
import { startPostgres } from '#server/platform/embedded-postgres/index.ts'
import { MigrationProblem } from '#server/platform/migrate.ts'
import { prepareDatabase } from '#server/platform/prepare.ts'
import { rebuildFeed } from '#server/rooms/feed/index.ts'
import { rebuildSearch } from '#server/rooms/search/index.ts'
import { fill, type Size } from './fill.ts'

const root = fileURLToPath(new URL('../../', import.meta.url))
const DAY = 86_400_000

/** What the filled database depends on: another filling, or another way to cut words, makes another one. A newer schema does not: see `broughtUp`. */
function mark(size: Size): string {
  const hash = createHash('sha256').update(JSON.stringify(size))
  for (const folder of ['bench/fill', 'server/rooms/search'])
    for (const name of fs.readdirSync(path.join(root, folder)).sort())
      if (/^(fill|words|tokens|times|stem|index-.*)\.ts$/.test(name))
        hash.update(name).update(fs.readFileSync(path.join(root, folder, name)))
  return hash.digest('hex').slice(0, 12)
}

/**
 * Brings what an older schema was filled with to this one: migrations are appended only, so it is what a running site of that age would be. False where they cannot
 * run on it (a branch had others): then it has to be filled anew.
 */
async function broughtUp(folder: string, say: (what: string) => void): Promise<boolean> {
  const postgres = await startPostgres({ dataDir: path.join(folder, 'postgres') })
  try {
    await prepareDatabase({ host: postgres.host, user: postgres.user, database: postgres.database })
    return true
  } catch (e) {
    if (!(e instanceof MigrationProblem)) throw e
    say(e.message)
    return false
  } finally {
    await postgres.stop()
  }
}

/**
 * A data folder with a filled database, made once and kept in the cache: the second run begins at once. A week later it is made anew, since
 * freshness is a part of what is measured.
 */
export async function preparedFolder(size: Size, say: (what: string) => void): Promise<string> {
  const cache = process.env.BENCH_DIR ?? path.join(root, 'node_modules/.cache/vermilion-bench')
  const kind = size.notes < 100_000 ? 'small-' : 'full-'
  const folder = path.join(cache, `${kind}${mark(size)}`)
  const done = path.join(folder, 'filled')
  if (fs.existsSync(done) && Date.now() - fs.statSync(done).mtimeMs < 7 * DAY && (await broughtUp(folder, say))) return folder
  // What was filled otherwise is of no use; only the small one (for trying out) and the full one lie side by side.
  for (const old of fs.existsSync(cache) ? fs.readdirSync(cache) : [])
    if (old.startsWith(kind)) fs.rmSync(path.join(cache, old), { recursive: true, force: true })
  fs.mkdirSync(folder, { recursive: true })
  say(`Filling a database in ${folder} (once; a later run finds it there)`)
  const postgres = await startPostgres({ dataDir: path.join(folder, 'postgres') })
  try {
    const connection = { host: postgres.host, user: postgres.user, database: postgres.database }
    await prepareDatabase(connection)
    await fill(connection, size, say)
    const ctx = await createContext(readConfig({ DATA_DIR: folder, LOG_LEVEL: 'error' }), { connection })
    say('feed and search indexes')
    await rebuildFeed(ctx.db)
    let told = 0
    // While all is written at once, the index may keep a list of what is to be sorted in; a running site never does.
    await ctx.db.pool.query('alter index search_note_tsv set (fastupdate = on)')
    await rebuildSearch(ctx, (n) => {
      if (n - told < 50_000) return
      told = n
      say(`  ${n} indexed`)
    })
    await ctx.db.pool.query('alter index search_note_tsv set (fastupdate = off)')
    await ctx.db.pool.query('vacuum analyze')
    await ctx.db.pool.query('checkpoint')
    await ctx.stop()
  } finally {
    await postgres.stop()
  }
  fs.writeFileSync(done, new Date().toISOString())
  return folder
}
