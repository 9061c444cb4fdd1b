import { type ChildProcess, spawn } from 'node:child_process'
import * as fs from 'node:fs'
import * as path from 'node:path'
import { createInterface } from 'node:readline'
import { text } from 'node:stream/consumers'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { testFolder } from '#tests/setup/database.ts'

const checkout = fileURLToPath(new URL('../..', import.meta.url))
let root: string
let started: ChildProcess[]

const put = (name: string, text: string) => {
  fs.mkdirSync(path.dirname(path.join(root, name)), { recursive: true })
  fs.writeFileSync(path.join(root, name), text)
}

/** Runs the bootstrap in the small checkout; `heard` gets each line. Answers its end. */
const run = (args: string[], heard: (line: string, child: ChildProcess) => void = () => {}, env: Record<string, string> = {}) => {
  const child = spawn(process.execPath, ['scripts/bootstrap.mjs', ...args], { cwd: root, env: { ...process.env, ...env } })
  started.push(child)
  const lines: string[] = []
  for (const stream of [child.stdout, child.stderr])
    createInterface({ input: stream }).on('line', (line) => {
      lines.push(line)
      heard(line, child)
    })
  return new Promise<{ code: number | null; signal: string | null; said: string }>((done) =>
    child.once('close', (code, signal) => done({ code, signal, said: lines.join('\n') })),
  )
}

/** A checkout of almost nothing: the real bootstrap, a lockfile of one package, a vite that only counts. */
beforeEach(() => {
  root = testFolder()
  started = []
  fs.cpSync(path.join(checkout, 'scripts/bootstrap'), path.join(root, 'scripts/bootstrap'), { recursive: true })
  fs.copyFileSync(path.join(checkout, 'scripts/bootstrap.mjs'), path.join(root, 'scripts/bootstrap.mjs'))
  const lock = JSON.stringify({
    packages: { '': {}, 'node_modules/vite': { version: '1.0.0' }, 'node_modules/other-os': { version: '1.0.0', optional: true } },
  })
  put('package.json', '{"type":"module"}')
  put('package-lock.json', lock)
  put('node_modules/.package-lock.json', JSON.stringify({ packages: { 'node_modules/vite': { version: '1.0.0' } } }))
  put(
    'node_modules/vite/bin/vite.js',
    `const fs = require('node:fs')
     const file = process.argv.includes('--ssr') ? 'dist/server/entry-server.js' : 'dist/client/.vite/manifest.json'
     if (fs.existsSync('web/broken')) process.exit(1)
     fs.mkdirSync(require('node:path').dirname(file), { recursive: true })
     fs.writeFileSync(file, '{}')
     fs.appendFileSync('builds', process.env.NODE_ENV + '\\n')`,
  )
  put('node_modules/vite/package.json', '{"type":"commonjs"}')
  put('web/page.tsx', 'one')
  put('scripts/i18n.mjs', '')
  put('server/main.ts', "process.stdout.write('arguments ' + process.argv.slice(2).join(' ') + ' as ' + process.env.NODE_ENV + '\\n')\n")
})
afterEach(() => {
  for (const child of started) child.kill('SIGKILL')
})

const builds = () =>
  fs.existsSync(path.join(root, 'builds')) ? fs.readFileSync(path.join(root, 'builds'), 'utf8').trim().split('\n').length / 2 : 0

it('builds once, again when a source changed, and runs the server for production', async () => {
  const first = await run(['demo'])
  expect(first).toMatchObject({
    code: 0,
    said: expect.stringMatching(/Building the web app…\nBuilt the web app in .* s\.\narguments --demo as production/),
  })
  expect((await run(['start'])).said.trim()).toBe('arguments  as production')
  expect(builds()).toBe(1)
  put('web/page.tsx', 'two')
  put('web/page.test.tsx', 'not part of the app')
  await run(['start'])
  await run(['start'])
  expect(builds()).toBe(2)
  fs.rmSync(path.join(root, 'dist'), { recursive: true })
  await run(['start'])
  expect(builds()).toBe(3)
})

it('leaves standard output to the results of a program that is read by others', async () => {
  put('prove/main.ts', "process.stdout.write('results')\n")
  const child = spawn(process.execPath, ['scripts/bootstrap.mjs', 'prove', '--', 'kills'], { cwd: root })
  started.push(child)
  expect(await Promise.all([text(child.stdout), text(child.stderr)])).toEqual(['results', expect.stringMatching(/^Building the web app…/)])
})

it('builds once when two start at the same time', async () => {
  const both = await Promise.all([run(['start']), run(['start'])])
  expect(both.map(({ code }) => code)).toEqual([0, 0])
  expect(builds()).toBe(1)
})

it('does not start what could not be built, and builds again next time', async () => {
  put('web/broken', '')
  const { code, said } = await run(['demo'])
  expect(code).toBe(1)
  expect(said).toMatch(/could not be built/)
  expect(said).not.toMatch(/arguments/)
  fs.rmSync(path.join(root, 'web/broken'))
  expect((await run(['demo'])).code).toBe(0)
})

it('ends as its program ends', async () => {
  put('scripts/check.ts', 'process.exit(7)\n')
  expect((await run(['check'])).code).toBe(7)
  put('scripts/check.ts', "process.kill(process.pid, 'SIGKILL')\n")
  expect((await run(['check'])).code).toBe(137)
  expect(await run(['dance'])).toMatchObject({
    code: 2,
    said: expect.stringMatching(/Unknown command "dance".*demo, start, dev, build, test/),
  })
  expect(await run(['bench'])).toMatchObject({ code: 1, said: expect.stringMatching(/bench\/main\.ts is missing/) })
})

const waits = `
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => { process.stdout.write('got ' + signal + '\\n'); process.exit(3) })
  process.on('disconnect', () => { require('node:fs').writeFileSync('orphaned', ''); process.exit(0) })
  setInterval(() => {}, 1000)
  process.stdout.write('up ' + process.pid + '\\n')\n`

it.each(['SIGINT', 'SIGTERM', 'SIGHUP'] as const)('passes %s on and waits for the end', async (signal) => {
  put('scripts/check.ts', waits)
  const { code, said } = await run(['check'], (line, child) => line.startsWith('up') && child.kill(signal))
  expect(code).toBe(3)
  expect(said).toContain(`got ${signal}`)
})

it('takes its program along when it is killed', async () => {
  put('scripts/check.ts', `import { createRequire } from 'node:module'\nconst require = createRequire(import.meta.url)\n${waits}`)
  await run(['check'], (line, child) => line.startsWith('up') && child.kill('SIGKILL'))
  await expect.poll(() => fs.existsSync(path.join(root, 'orphaned')), { timeout: 10_000 }).toBe(true)
})

it('takes files from where npm was called, and settings from .env unless the environment has them', async () => {
  put(
    'server/backup/main.ts',
    "process.stdout.write([...process.argv.slice(2), process.env.SITE_NAME, process.env.PORT].join(' ') + '\\n')\n",
  )
  put('.env', 'SITE_NAME=Zhujian\nPORT=1\n')
  const { said } = await run(['backup', 'my.backup'], undefined, { INIT_CWD: '/somewhere', PORT: '2' })
  expect(said).toBe('backup /somewhere/my.backup Zhujian 2')
})

it('says what to do when npm cannot install', async () => {
  put('node_modules/.package-lock.json', JSON.stringify({ packages: {} }))
  put('fake/npm', '#!/bin/sh\nexit 9\n')
  fs.chmodSync(path.join(root, 'fake/npm'), 0o755)
  const { code, said } = await run(['demo'], undefined, { PATH: `${path.join(root, 'fake')}:${process.env.PATH}` })
  expect(code).toBe(1)
  expect(said).toMatch(/Installing about 1 packages.*\nThe dependencies could not be installed: npm ci ended with 9\..*registry/)
})

it('installs what the lockfile names, once', async () => {
  fs.rmSync(path.join(root, 'node_modules/.package-lock.json'))
  put('fake/npm', `#!/bin/sh\necho "$@" >> ${root}/npm-calls\n`)
  fs.chmodSync(path.join(root, 'fake/npm'), 0o755)
  const env = { PATH: `${path.join(root, 'fake')}:${process.env.PATH}` }
  expect((await run(['start'], undefined, env)).said).toMatch(/Installed the dependencies in/)
  expect((await run(['start'], undefined, env)).said).not.toMatch(/Install/)
  expect(fs.readFileSync(path.join(root, 'npm-calls'), 'utf8')).toMatch(/^ci .*\n$/)
})
