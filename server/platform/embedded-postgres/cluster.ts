import { spawnSync } from 'node:child_process'
import * as fs from 'node:fs'
import * as path from 'node:path'
import type { Binaries } from './binaries.ts'
import { PostgresProblem } from './problem.ts'
import { readText } from './processes.ts'
import { ownFolder, type Runner } from './runner.ts'

/** The role that owns everything in the embedded database. */
export const databaseUser = 'vermilion'

/** PostgreSQL reads no settings of the user's. */
export const cleanEnvironment = { PATH: '/usr/bin:/bin', LC_ALL: 'C', TZ: 'UTC' }

/**
 * Makes the data directory when there is none: built beside, then renamed, so that a killed start leaves no half of one.
 * `careful`: waits until it is on disk. Only the operating-system user of this process may connect, checked by the kernel ("peer").
 */
export function prepareCluster(runner: Runner, binaries: Binaries, root: string, careful: boolean): string {
  const data = path.join(root, 'data')
  if (!fs.existsSync(data)) createCluster(runner, binaries, root, data, careful)
  const made = readText(path.join(data, 'PG_VERSION')).trim()
  const major = binaries.version.split('.')[0]
  if (made !== major)
    throw new PostgresProblem(
      `The data in ${root} was written by PostgreSQL ${made || '(unknown)'}, this release brings ${major}. Make a backup with the release you used before, then restore it into an empty DATA_DIR.`,
    )
  writeForServer(runner, path.join(data, 'pg_hba.conf'), `local all ${databaseUser} peer map=own\n`)
  writeForServer(runner, path.join(data, 'pg_ident.conf'), `own "${runner.connectsAs}" ${databaseUser}\n`)
  return data
}

function createCluster(runner: Runner, binaries: Binaries, root: string, data: string, careful: boolean): void {
  for (const name of fs.readdirSync(root))
    if (name.startsWith('new-')) fs.rmSync(path.join(root, name), { recursive: true, force: true, maxRetries: 3 })
  const draft = path.join(root, `new-${process.pid}`)
  ownFolder(runner, draft)
  const options = [
    '-U',
    databaseUser,
    '-E',
    'UTF8',
    '--locale-provider=builtin',
    '--builtin-locale=C.UTF-8',
    '--locale=C',
    ...(careful ? [] : ['--no-sync']),
  ]
  const made = spawnSync(
    path.join(binaries.folder, 'bin/initdb'),
    ['-D', '/proc/self/cwd', ...options, '-A', 'peer', '--no-instructions'],
    {
      ...runner.ids,
      env: cleanEnvironment,
      cwd: draft,
      encoding: 'utf8',
    },
  )
  if (made.error || made.status !== 0) {
    fs.rmSync(draft, { recursive: true, force: true, maxRetries: 3 })
    throw made.error ?? new Error(`initdb did not succeed: ${made.stderr.trim() || made.signal}`)
  }
  fs.renameSync(draft, data)
}

/** Rewrites a small file only when its text differs. */
function writeForServer(runner: Runner, file: string, text: string): void {
  if (readText(file) === text) return
  fs.writeFileSync(`${file}.new`, text, { mode: 0o600 })
  if (runner.ids.uid !== undefined && runner.ids.gid !== undefined) fs.chownSync(`${file}.new`, runner.ids.uid, runner.ids.gid)
  fs.renameSync(`${file}.new`, file)
}
