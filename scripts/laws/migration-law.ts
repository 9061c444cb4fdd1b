import { createHash } from 'node:crypto'
import * as fs from 'node:fs'
import * as path from 'node:path'
import type { Breach } from './sql-law.ts'

/** The list of all migrations there ever were, in the order they are run; each line is as `sha256sum` writes it. */
const listName = 'SHA256SUMS'
/** Numbers were given out before names by time were: no new one. */
const closed = 163

/**
 * The migration law, for the checkout at `root`: each migration stands in `db/migrations/SHA256SUMS` with its checksum, in the order of names, so that
 * one changed, removed, or put before another that is there already must change a line that main has; a new one only adds a line at the end.
 * Answers every breach, with the line to add where one is missing.
 */
export function checkMigrations(root: string): Breach[] {
  const folder = path.join(root, 'db/migrations')
  const at = `db/migrations/${listName}`
  const lines = fs.readFileSync(path.join(folder, listName), 'utf8').split('\n').filter(Boolean)
  const breaches: Breach[] = []
  const listed = new Map<string, string>()
  let last = ''
  for (const [i, line] of lines.entries()) {
    const [, sha256 = '', name = ''] = /^([0-9a-f]{64}) {2}(\S+)$/.exec(line) ?? []
    if (!name) breaches.push({ at: `${at}:${i + 1}`, says: 'is no line of sha256sum' })
    else if (name <= last)
      breaches.push({ at: `${at}:${i + 1}`, says: `${name} comes after ${last}: a new migration is named by the minute it lands` })
    else listed.set(name, sha256)
    last = name || last
  }
  const files = fs
    .readdirSync(folder)
    .filter((name) => name.endsWith('.sql'))
    .sort()
  for (const name of files) {
    const sha256 = createHash('sha256')
      .update(fs.readFileSync(path.join(folder, name)))
      .digest('hex')
    if (!listed.has(name)) breaches.push({ at, says: `lacks its last line: ${sha256}  ${name}` })
    else if (listed.get(name) !== sha256)
      breaches.push({
        at: `db/migrations/${name}`,
        says: 'was changed: sites that ran it refuse to start; put it back and write a new one',
      })
    const number = /^(\d{4}|\d{12})_[a-z0-9_]+\.sql$/.exec(name)?.[1]
    if (number === undefined || (number.length === 4 ? Number(number) > closed : !isMinute(number)))
      breaches.push({ at: `db/migrations/${name}`, says: 'is not named YYYYMMDDHHMM_words.sql by the minute (UTC) it lands' })
  }
  for (const name of listed.keys())
    if (!files.includes(name)) breaches.push({ at, says: `${name} is gone: sites that ran it would take this for an older release` })
  return breaches
}

function isMinute(digits: string): boolean {
  const iso = digits.replace(/^(....)(..)(..)(..)(..)$/, '$1-$2-$3T$4:$5:00.000Z')
  const at = new Date(iso)
  return !Number.isNaN(at.getTime()) && at.toISOString() === iso
}
