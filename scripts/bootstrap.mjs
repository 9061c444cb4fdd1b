// Every command of package.json begins here, on whatever Node the machine has (20 or newer): installs and builds what is
// missing, then runs the program under a Node that reads TypeScript. Says what it does; is quick when nothing changed.
import path from 'node:path'
import { build } from './bootstrap/build.mjs'
import { dev } from './bootstrap/dev.mjs'
import { install } from './bootstrap/install.mjs'
import { findNode } from './bootstrap/node.mjs'
import { bin, cache, giveUp, keepOutputClean, machinePath, root } from './bootstrap/place.mjs'
import { run } from './bootstrap/run.mjs'

/** What each command runs; `built`: needs the web app; `results`: its standard output is read by programs. */
const commands = {
  demo: { script: 'server/main.ts', args: ['--demo'], built: true, env: 'production' },
  start: { script: 'server/main.ts', args: [], built: true, env: 'production' },
  dev: { built: true, env: 'development' },
  build: { built: true },
  test: { script: 'scripts/test.ts', args: [] },
  check: { script: 'scripts/check.ts', args: [] },
  backup: { script: 'server/backup/main.ts', args: ['backup'], files: true, env: 'production' },
  restore: { script: 'server/backup/main.ts', args: ['restore'], files: true, env: 'production' },
  bench: { script: 'bench/main.ts', args: [], built: true, env: 'production' },
  surge: { script: 'bench/surge/main.ts', args: [], built: true, results: true, env: 'production' },
  prove: { script: 'prove/main.ts', args: [], built: true, results: true, env: 'production' },
}

const [name = '', ...rest] = process.argv.slice(2)
const command = commands[name]
if (!command) giveUp(`Unknown command "${name}". There are: ${Object.keys(commands).join(', ')}.`, 2)
if (Number(process.versions.node.split('.')[0]) < 20) giveUp(`Node 20 or newer is needed to begin; this is ${process.version}.`)

if (command.results) keepOutputClean()
await install()
const node = findNode()
const env = { ...process.env, PATH: [bin, machinePath].join(path.delimiter) }
if (command.env) env.NODE_ENV = command.env
// Compiled code is kept between starts: half a second of each. Where nothing can be written, Node goes without.
env.NODE_COMPILE_CACHE ??= path.join(cache, 'compiled')
// Decoding pictures on many threads leaves memory scattered over as many heaps: two keep the server some 100 MB smaller.
env.MALLOC_ARENA_MAX ??= '2'
if (command.built) await build(node, env)

// A file named on the command line is meant from where npm was called.
const from = process.env.INIT_CWD ?? process.cwd()
const args = command.files ? rest.map((arg) => (arg.startsWith('-') ? arg : path.resolve(from, arg))) : rest
process.chdir(root)
if (name === 'dev') dev(node, args, env)
else if (command.script) run(node, command.script, [...command.args, ...args], env)
