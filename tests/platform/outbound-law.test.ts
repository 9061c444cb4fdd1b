import { execFile } from 'node:child_process'
import * as fs from 'node:fs'
import * as path from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'
import { testFolder } from '#tests/setup/database.ts'

const checkout = fileURLToPath(new URL('../..', import.meta.url))

/** Where the linter, with the rules of this checkout, finds another way out than `ctx.out` in a checkout of these files. */
async function found(files: Record<string, readonly string[]>): Promise<string[]> {
  const root = testFolder()
  const rules = JSON.parse(fs.readFileSync(path.join(checkout, 'biome.json'), 'utf8'))
  fs.writeFileSync(path.join(root, 'biome.json'), JSON.stringify({ ...rules, vcs: { enabled: false } }))
  for (const [name, lines] of Object.entries(files)) {
    fs.mkdirSync(path.dirname(path.join(root, name)), { recursive: true })
    fs.writeFileSync(path.join(root, name), `${lines.join('\n')}\n`)
  }
  const biome = path.join(checkout, 'node_modules/@biomejs/biome/bin/biome')
  const said = await new Promise<string>((done) =>
    execFile(process.execPath, [biome, 'lint', '--max-diagnostics=200', '--colors=off', '.'], { cwd: root }, (_, ...both) =>
      done(both.join('\n')),
    ),
  )
  expect(said).toContain(`Checked ${Object.keys(files).length + 1} files`)
  const lines = [...said.matchAll(/^(\S+\.ts:\d+):\d+ lint\/style\/noRestricted(?:Imports|Globals)/gm)].map(([, at = '']) => at)
  return [...new Set(lines)].sort((one, other) => one.localeCompare(other, 'en', { numeric: true }))
}

const waysOut = [
  "import { request } from 'undici'",
  "import * as https from 'node:https'",
  "import { request as ask } from 'node:http'",
  "import * as http from 'http'",
  "import { connect } from 'node:net'",
  "import * as net from 'node:net'",
  "import { connect as tls } from 'node:tls'",
  "import { lookup } from 'node:dns/promises'",
  "import { createSocket } from 'node:dgram'",
  "import axios from 'axios'",
  "const late = await import('undici')",
  "const old = require('https')",
  "const one = fetch('http://127.0.0.1')",
  "const two = globalThis.fetch('http://127.0.0.1')",
  "const three = new WebSocket('ws://127.0.0.1')",
  'const four = { fetch }',
]
const others = [
  "import { createServer, STATUS_CODES } from 'node:http'",
  "import type { IncomingMessage } from 'node:http'",
  "import { isIP } from 'node:net'",
  "import type { Socket } from 'node:net'",
  'const own = (ctx: { out: { fetch: (url: string) => void } }) => ctx.out.fetch("https://neighbour.org")',
  'const given = (fetch: () => void) => fetch()',
]

const places = ['server/doors/site.ts', 'server/main.ts', 'server/platform/storage.ts', 'server/rooms/notes/publish.ts']

it('finds every way out of the server but the one', async () => {
  const all = places.flatMap((place) => waysOut.map((_, i) => `${place}:${i + 1}`))
  expect(await found(Object.fromEntries(places.map((place) => [place, waysOut])))).toEqual(all)
})

it('lets servers and types be, the one way out, and tests', async () => {
  const free = [
    'server/platform/fetch/fetch.ts',
    'server/rooms/notes/notes.test.ts',
    'bench/main.ts',
    'tests/setup/client.ts',
    'web/lib/api.ts',
  ]
  expect(await found({ 'server/platform/quick.ts': others, ...Object.fromEntries(free.map((place) => [place, waysOut])) })).toEqual([])
})
