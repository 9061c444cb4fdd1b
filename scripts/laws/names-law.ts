import * as fs from 'node:fs'
import * as path from 'node:path'
import type { Breach } from './sql-law.ts'

/** What a room hands to `server/wiring.ts`, by the end of its name → the one file it is made in. */
const homes: readonly (readonly [end: string, file: string])[] = [
  ['Hears', 'on-events.ts'],
  ['Jobs', 'jobs.ts'],
  ['Clock', 'jobs.ts'],
  ['Routes', 'api.ts'],
  ['CardField', 'card-field.ts'],
]

/**
 * The law of names, for the checkout at `root`: the same thing lies in a file of the same name in every room. What a room hears of is
 * `on-events.ts` (one table, `teaHears`); a handler of an event is written there, or in a file `on-<what>.ts` of its own.
 */
export function checkNames(root: string): Breach[] {
  const rooms = path.join(root, 'server/rooms')
  if (!fs.existsSync(rooms)) return []
  return fs
    .globSync('*/**/*.ts', { cwd: rooms })
    .filter((name) => !name.endsWith('.test.ts'))
    .sort()
    .flatMap((name) => {
      const [room = '', ...rest] = name.split(path.sep)
      return namesOf(room, rest.join('/'), fs.readFileSync(path.join(rooms, name), 'utf8'))
    })
}

function namesOf(room: string, file: string, text: string): Breach[] {
  const at = `server/rooms/${room}/${file}`
  const breaches: Breach[] = []
  for (const [end, home] of homes)
    if (file !== home && new RegExp(`\\b(const|function) ${room}${end}\\b`).test(text))
      breaches.push({ at, says: `makes ${room}${end}, whose place is ${home}` })
  for (const [, name] of text.matchAll(/\bconst (\w+): Handler</g))
    if (!/(^|\/)on-[^/]+\.ts$/.test(file))
      breaches.push({ at, says: `${name} handles an event: its place is on-events.ts, or an on-<what>.ts of its own` })
  return breaches
}
