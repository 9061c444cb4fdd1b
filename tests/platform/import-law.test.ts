import * as fs from 'node:fs'
import * as path from 'node:path'
import { fileURLToPath } from 'node:url'
import { beforeEach, expect, it } from 'vitest'
import { checkImports } from '#scripts/laws/import-law.ts'
import shelvesFile from '#scripts/laws/shelves.cjs'
import { checkState } from '#scripts/laws/state-law.ts'
import { testFolder } from '#tests/setup/database.ts'

const checkout = fileURLToPath(new URL('../..', import.meta.url))
let root: string

const put = (name: string, text: string) => {
  fs.mkdirSync(path.dirname(path.join(root, name)), { recursive: true })
  fs.writeFileSync(path.join(root, name), text)
}

/** A small checkout that keeps every law. */
const lawful: Record<string, string> = {
  'server/platform/db.ts': 'export const db = 1',
  'server/platform/schema.ts': "import { z } from 'zod'\nexport const id = z.string()",
  'server/rooms/accounts/index.ts': "export { person } from './person.ts'",
  'server/rooms/accounts/person.ts': "import { db } from '#server/platform/db.ts'\nexport const person = db",
  'server/rooms/accounts/schema.ts':
    "import { id } from '#server/platform/schema.ts'\nexport const accountView = id\nexport type AccountView = string",
  'server/rooms/accounts/tables.ts': 'export const tables = []',
  'server/rooms/media/index.ts': 'export const media = 1',
  'server/rooms/notes/index.ts': "export { publish } from './publish.ts'",
  'server/rooms/notes/publish.ts': "import { person } from '#server/rooms/accounts/index.ts'\nexport const publish = person",
  'server/rooms/notes/read-cards.ts': "import { tables } from '#server/rooms/accounts/tables.ts'\nexport const cards = tables",
  'server/rooms/notes/schema.ts': "import { accountView } from '#server/rooms/accounts/schema.ts'\nexport const noteView = accountView",
  'server/rooms/notes/tables.ts': "import { tables as lower } from '#server/rooms/accounts/tables.ts'\nexport const tables = lower",
  'server/rooms/feed/index.ts': "import { publish } from '#server/rooms/notes/index.ts'\nexport const feed = publish",
  'server/rooms/search/index.ts': 'export const search = 1',
  'server/rooms/search/schema.ts': 'export const found = 1',
  'server/rooms/feed/schema.ts': "import { found } from '#server/rooms/search/schema.ts'\nexport const card = found",
  'server/app.ts': "import { feed } from '#server/rooms/feed/index.ts'\nexport const app = feed",
  'web/page.tsx': "import type { AccountView } from '#server/rooms/accounts/schema.ts'\nexport const page = (a: AccountView) => a",
  'web/lib/router.ts': 'export const go = 1',
  'web/ui/button.tsx': "import { go } from '#web/lib/router.ts'\nexport const button = go",
  'web/features/notes/card.tsx': "import { button } from '#web/ui/button.tsx'\nexport const card = button",
  'web/features/feed/feed.tsx': "import { card } from '#web/features/notes/card.tsx'\nexport const feed = card",
  'web/shell/shell.tsx': "import { card } from '#web/features/notes/card.tsx'\nexport const shell = card",
  'web/pages/explore.tsx': "import { feed } from '#web/features/feed/feed.tsx'\nexport const page = feed",
  'web/routes.ts': "export const explore = () => import('./pages/explore.tsx')",
  'demo/build.ts': "import { publish } from '#server/rooms/notes/index.ts'\nexport const build = publish",
}

beforeEach(() => {
  root = testFolder()
  fs.symlinkSync(path.join(checkout, 'node_modules'), path.join(root, 'node_modules'))
  for (const name of ['package.json', 'tsconfig.json']) fs.copyFileSync(path.join(checkout, name), path.join(root, name))
  for (const [name, text] of Object.entries(lawful)) put(name, `${text}\n`)
})

/** Which shelf it stands on, counted from the lowest. */
const shelfOf = (room: string) => shelvesFile.shelves.findIndex((rooms) => rooms.includes(room)) + 1
const webShelfOf = (feature: string) => shelvesFile.webShelves.findIndex((features) => features.includes(feature)) + 1

const rules = async () => {
  const { breaches } = await checkImports(root)
  return [...new Set(breaches.map(({ says }) => /\(([a-z0-9-]+)/.exec(says)?.[1] ?? says))]
}

it('finds nothing in a lawful checkout, having read all of it', async () => {
  expect(await checkImports(root)).toEqual({ breaches: [], modules: Object.keys(lawful).length })
})

it.each([
  ['platform-alone', 'server/platform/db.ts', "import '#server/rooms/accounts/index.ts'"],
  ['shelf-1-downwards', 'server/rooms/accounts/person.ts', "import '#server/rooms/notes/index.ts'"],
  ['shelf-1-downwards', 'server/rooms/accounts/person.ts', "import '#server/rooms/media/index.ts'"],
  [`shelf-${shelfOf('feed')}-downwards`, 'server/rooms/feed/rank.ts', "import '#server/rooms/search/index.ts'"],
  ['shelf-1-downwards', 'server/rooms/accounts/person.ts', "import type { noteView } from '#server/rooms/notes/schema.ts'"],
  ['shelf-1-schema-downwards', 'server/rooms/accounts/schema.ts', "import '#server/rooms/notes/schema.ts'"],
  ['room-by-its-face', 'server/rooms/notes/publish.ts', "import '#server/rooms/accounts/person.ts'"],
  ['tables-for-readers', 'server/rooms/notes/publish.ts', "import '#server/rooms/accounts/tables.ts'"],
  ['tables-alone', 'server/rooms/notes/tables.ts', "import '#server/platform/db.ts'"],
  ['schema-alone', 'server/rooms/notes/schema.ts', "import '#server/platform/db.ts'"],
  ['schema-alone', 'server/rooms/notes/schema.ts', "import 'pg'"],
  ['room-not-top', 'server/rooms/notes/publish.ts', "import '#server/app.ts'"],
  ['room-on-a-shelf-itself', 'server/rooms/attic/index.ts', "import '#server/platform/db.ts'"],
  ['room-on-a-shelf', 'server/rooms/notes/publish.ts', "import '#server/rooms/attic/index.ts'"],
  ['doors-by-the-face', 'server/doors/site.ts', "import '#server/rooms/notes/publish.ts'"],
  ['server-not-web', 'server/doors/site.ts', "import '#web/page.tsx'"],
  ['web-sees-schemas', 'web/card.tsx', "import type { cards } from '#server/rooms/notes/read-cards.ts'"],
  ['web-sees-types', 'web/card.tsx', "import { noteView } from '#server/rooms/notes/schema.ts'"],
  ['web-lib-downwards', 'web/lib/router.ts', "import '#web/ui/button.tsx'"],
  ['web-lib-downwards', 'web/lib/router.ts', "import type { explore } from '#web/routes.ts'"],
  ['web-ui-downwards', 'web/ui/button.tsx', "import '#web/features/notes/card.tsx'"],
  ['web-features-downwards', 'web/features/notes/card.tsx', "import '#web/shell/shell.tsx'"],
  ['web-shell-downwards', 'web/shell/shell.tsx', "const later = () => import('#web/pages/explore.tsx')"],
  ['web-pages-downwards', 'web/pages/explore.tsx', "import '#web/routes.ts'"],
  ['web-page-alone', 'web/pages/note.tsx', "import '#web/pages/explore.tsx'"],
  [`web-shelf-${webShelfOf('notes')}-downwards`, 'web/features/notes/card.tsx', "import '#web/features/feed/feed.tsx'"],
  [`web-shelf-${webShelfOf('feed')}-downwards`, 'web/features/feed/feed.tsx', "import '#web/features/search/found.tsx'"],
  ['web-feature-on-a-shelf', 'web/pages/explore.tsx', "import '#web/features/attic/chest.tsx'"],
  ['web-feature-on-a-shelf-itself', 'web/features/attic/chest.tsx', "import '#web/lib/router.ts'"],
  ['nobody-imports-tests', 'server/rooms/notes/publish.ts', "import '#tests/story.ts'"],
  ['demo-from-main-only', 'server/rooms/notes/publish.ts', "import '#demo/build.ts'"],
  ['barrels-are-faces', 'server/rooms/notes/helpers.ts', "export { db } from '#server/platform/db.ts'"],
  ['server-without-dev-tools', 'server/rooms/notes/publish.ts', "import 'fast-check'"],
  ['no-unresolvable', 'server/rooms/notes/publish.ts', "import './missing.ts'"],
  ['no-circular', 'server/platform/db.ts', "import './log.ts'"],
])('%s is broken by %s with %s', async (rule, file, line) => {
  put('tests/story.ts', 'export const story = 1\n')
  put('server/platform/log.ts', "import './db.ts'\n")
  put('server/rooms/attic/index.ts', 'export const attic = 1\n')
  put('web/features/search/found.tsx', 'export const found = 1\n')
  put('web/features/attic/chest.tsx', 'export const chest = 1\n')
  put(file, `${lawful[file] ?? ''}\n${line}\n`)
  expect(await rules()).toContain(rule)
})

it('lets types know each other', async () => {
  put('server/platform/log.ts', "import type { db } from './db.ts'\nexport type Log = typeof db\n")
  put('server/platform/db.ts', "import type { Log } from './log.ts'\nexport const db: Log | 1 = 1\n")
  expect(await rules()).toEqual([])
})

it('finds state at module level and faces that are too large', () => {
  expect(checkState(root)).toEqual([])
  put(
    'server/rooms/notes/publish.ts',
    "let last = 0\nconst seen = new Map<string, number>()\nconst kinds = new Set(['a'])\nconst cache = new LRUCache({ max: 3 })\n",
  )
  put(
    'server/rooms/notes/index.ts',
    `export { ${Array.from({ length: 16 }, (_, i) => `verb${i}`).join(', ')} } from './publish.ts'\nexport type { A } from './publish.ts'\n`,
  )
  expect(checkState(root).map(({ at }) => at)).toEqual([
    'server/rooms/notes/index.ts',
    'server/rooms/notes/publish.ts:1',
    'server/rooms/notes/publish.ts:2',
    'server/rooms/notes/publish.ts:4',
  ])
})

it.each([
  ['a counter', 'let count = 0'],
  ['an empty store', 'const seen = new Map<string, number>()'],
  ['an object of a class', 'const bundled = new Fonts()'],
  ['an object of a class, in disguise', 'const bundled = (new Fonts() satisfies Fonts) as Fonts'],
  ['a list that grows', 'const seen: string[] = []\nexport const add = (one: string) => seen.push(one)'],
  ['an object that is written to', 'const last: Record<string, number> = {}\nexport function set(a: string) { last[a] = 1 }'],
  ['a counter in an object', 'const count = { n: 0 }\nexport const next = () => count.n++'],
  ['a table that is changed', "const kinds = new Set(['a'])\nexport const know = (kind: string) => { kinds.add(kind) }"],
  ['an object that is assigned to', 'const all = { a: 1 }\nexport const put = (more: object) => Object.assign(all, more)'],
  ['a field that is deleted', 'const all: Record<string, number> = { a: 1 }\nexport const drop = () => { delete all.a }'],
  ['a closure', 'export const next = (() => { let n = 0; return () => n++ })()'],
  [
    'a closure over a store',
    'export const known = (() => { const all = new Map<string, 1>(); return { has: (a: string) => all.has(a) } })()',
  ],
  ['a static field', 'export class A { static count = 0 }'],
  ['a static store', 'export class A { static readonly all = new Map<string, A>() }'],
  ['a pattern that remembers', 'const word = /a/g\nexport const has = (text: string) => word.test(text)'],
])('finds state: %s', (_, line) => {
  put('server/rooms/notes/publish.ts', `${line}\n`)
  expect(checkState(root)).toHaveLength(1)
})

it.each([
  ['a table', "const kinds = new Set(['a'])\nexport const knows = (kind: string) => kinds.has(kind)"],
  [
    'a table filled while loading',
    "const units = new Map([['a', 1]])\nfor (const one of 'bc') units.set(one, 2)\nexport const of = (a: string) => units.get(a)",
  ],
  ['a nearer name', 'const seen: string[] = []\nexport const list = (seen: string[]) => seen.push("a")\nexport const none = () => seen'],
  ['a list of its own', 'const names = ["b", "a"]\nexport const sorted = () => { const names = ["c"]; names.sort(); return names }'],
  ['a pattern that is asked for all', 'const word = /a/g\nexport const all = (text: string) => [...text.matchAll(word)]'],
  ['a function that is called', 'export const table = (() => { const out = [1, 2]; return out })()'],
  ['a copy', 'const order = [2, 1]\nexport const sorted = () => [...order].sort()'],
])('lets be: %s', (_, line) => {
  put('server/rooms/notes/publish.ts', `${line}\n`)
  expect(checkState(root)).toEqual([])
})
