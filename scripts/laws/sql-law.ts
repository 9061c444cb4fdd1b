import * as fs from 'node:fs'
import * as path from 'node:path'
import ts from 'typescript'
import shelvesFile from './shelves.cjs'
import { hole, tableUses } from './sql-tables.ts'

export interface Breach {
  /** `server/rooms/notes/like.ts:12` */
  at: string
  says: string
}

interface Piece {
  text: string
  line: number
}

const shelves: string[][] = shelvesFile.shelves
const shelfOf = (room: string) => shelves.findIndex((rooms) => rooms.includes(room))

function filesUnder(folder: string): string[] {
  if (!fs.existsSync(folder)) return []
  return fs
    .readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.ts') && !entry.name.endsWith('.test.ts'))
    .map((entry) => path.join(entry.parentPath, entry.name))
    .sort()
}

/** The text of a template with holes where values go, or of a plain string. */
function textOf(node: ts.Expression): string | null {
  if (ts.isStringLiteralLike(node)) return node.text
  if (ts.isTemplateExpression(node)) return node.head.text + node.templateSpans.map((span) => ` ${hole} ${span.literal.text}`).join('')
  return null
}

/** All SQL a file holds: sql`…`, sql.raw('…') and what is given to a client's query('…'). */
export function piecesOf(source: string): Piece[] {
  const file = ts.createSourceFile('file.ts', source, ts.ScriptTarget.Latest, true)
  const pieces: Piece[] = []
  const add = (node: ts.Expression) => {
    const text = textOf(node)
    if (text !== null) pieces.push({ text, line: file.getLineAndCharacterOfPosition(node.getStart()).line + 1 })
  }
  const visit = (node: ts.Node): void => {
    if (ts.isTaggedTemplateExpression(node) && node.tag.getText(file) === 'sql') add(node.template)
    if (ts.isCallExpression(node) && ts.isPropertyAccessExpression(node.expression)) {
      const called = node.expression.getText(file)
      const [first] = node.arguments
      if (first && (called === 'sql.raw' || called.endsWith('.query'))) add(first)
    }
    ts.forEachChild(node, visit)
  }
  visit(file)
  return pieces
}

/** Table → room, from each room's `tables.ts`; table → null for what only a platform's migration makes. */
function readOwners(root: string): { owners: Map<string, string | null>; breaches: Breach[] } {
  const owners = new Map<string, string | null>()
  const breaches: Breach[] = []
  const rooms = path.join(root, 'server/rooms')
  for (const room of fs.existsSync(rooms) ? fs.readdirSync(rooms) : []) {
    const file = path.join(rooms, room, 'tables.ts')
    if (!fs.existsSync(file)) continue
    const list = /export const tables = \[([\s\S]*?)\]/.exec(fs.readFileSync(file, 'utf8'))?.[1]
    const at = path.relative(root, file)
    if (list === undefined) breaches.push({ at, says: "needs `export const tables = ['…'] as const`, the tables this room owns" })
    for (const [, table = ''] of (list ?? '').matchAll(/'([a-z0-9_]+)'/g)) {
      if (owners.has(table)) breaches.push({ at, says: `table ${table} is owned by ${owners.get(table)} already` })
      owners.set(table, room)
    }
  }
  const made = new Set<string>()
  const migrations = path.join(root, 'db/migrations')
  for (const name of fs.existsSync(migrations) ? fs.readdirSync(migrations).sort() : []) {
    const text = fs.readFileSync(path.join(migrations, name), 'utf8').replace(/--[^\n]*/g, '')
    for (const [, table = ''] of text.matchAll(/create\s+(?:unlogged\s+)?table\s+(?:if\s+not\s+exists\s+)?([a-z0-9_]+)/gi)) {
      made.add(table)
      if (owners.has(table)) continue
      if (/_platform\.sql$/.test(name)) owners.set(table, null)
      else breaches.push({ at: `db/migrations/${name}`, says: `no room owns table ${table}: name it in a room's tables.ts` })
    }
  }
  for (const [table, room] of owners)
    if (!made.has(table)) breaches.push({ at: `server/rooms/${room}/tables.ts`, says: `no migration makes table ${table}` })
  return { owners, breaches }
}

/** Why `room` (null: a file outside the rooms) may not use the table so in this file; null when it may. */
function refusal(room: string | null, file: string, table: string, owner: string | null, writes: boolean): string | null {
  if (room === null) return `names table ${table}: outside the rooms nothing knows a room's tables, call the face of ${owner}`
  if (owner === room) return null
  if (writes)
    return owner === null
      ? `writes ${table}, which is the platform's`
      : `writes ${table}, which room ${owner} owns: call its face, or send an event`
  if (owner !== null && shelfOf(owner) >= shelfOf(room)) return `reads ${table} of room ${owner}, which is not on a lower shelf`
  if (!/^read[^/]*\.ts$/.test(path.basename(file))) return `reads ${table} of ${owner ?? 'the platform'}: that belongs into a read*.ts`
  return null
}

/**
 * The SQL law, for the checkout at `root`: a room writes its own tables only, reads those of lower rooms only, and does that in
 * files named `read*.ts`; nothing outside the rooms names their tables. Answers every breach, and how many pieces of SQL were read.
 */
export function checkSql(root: string): { breaches: Breach[]; pieces: number } {
  const { owners, breaches } = readOwners(root)
  let count = 0
  const places = ['server/rooms', 'server/doors', 'server/platform'].map((place) => path.join(root, place))
  const top = fs.existsSync(path.join(root, 'server'))
    ? fs.readdirSync(path.join(root, 'server')).filter((name) => name.endsWith('.ts'))
    : []
  for (const file of [...places.flatMap(filesUnder), ...top.map((name) => path.join(root, 'server', name))]) {
    const at = path.relative(root, file)
    const room = /^server\/rooms\/([^/]+)\//.exec(at)?.[1] ?? null
    for (const piece of piecesOf(fs.readFileSync(file, 'utf8'))) {
      count++
      for (const { table, writes } of tableUses(piece.text)) {
        const owner = owners.get(table)
        if (owner === undefined || (owner === null && room === null)) continue
        const says = refusal(room, file, table, owner, writes)
        if (says) breaches.push({ at: `${at}:${piece.line}`, says })
      }
    }
  }
  return { breaches, pieces: count }
}
