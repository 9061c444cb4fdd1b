// The web app: built when its sources differ from what was built last.
import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { cache, giveUp, needWritableRoot, root, say, seconds } from './place.mjs'
import { inTurn } from './turn.mjs'

const stamp = path.join(cache, 'built')
const products = ['dist/client/.vite/manifest.json', 'dist/server/entry-server.js']
const builds = [['build'], ['build', '--ssr', 'web/entry-server.tsx']]

/** A mark of everything that goes into the build: names and contents. */
function sourceMark() {
  const hash = createHash('sha256')
  const add = (file) =>
    hash
      .update(`${path.relative(root, file)}\0`)
      .update(readFileSync(file))
      .update('\0')
  const files = readdirSync(path.join(root, 'web'), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !/\.test\.tsx?$|\.po$/.test(entry.name))
    .map((entry) => path.join(entry.parentPath ?? entry.path, entry.name))
    .sort()
  const settings = readdirSync(root).filter((name) => /^(vite|lingui)\.config\.|^(package-lock|package|tsconfig)\.json$/.test(name))
  for (const file of [...files, ...settings.sort().map((name) => path.join(root, name))]) add(file)
  return hash.digest('hex')
}

const isBuilt = (mark) =>
  existsSync(stamp) && readFileSync(stamp, 'utf8') === mark && products.every((name) => existsSync(path.join(root, name)))

/** Runs one program of Node's; answers what went wrong, if anything. `out`: where its standard output goes. */
function runNode(node, [script, ...args], env, out) {
  return new Promise((done) => {
    const child = spawn(node, ['--disable-warning=ExperimentalWarning', path.join(root, script), ...args], {
      cwd: root,
      env,
      stdio: ['inherit', out, 'inherit'],
    })
    child.once('error', (error) => done(error.message))
    child.once('exit', (code, signal) => done(code === 0 ? null : `${script} ${args.join(' ')} ended with ${signal ?? code}`))
  })
}
const vite = (node, args, env) => runNode(node, ['node_modules/vite/bin/vite.js', ...args, '--logLevel', 'error'], env, 2)
/** The catalogues are made from the sources and the words that people keep; see scripts/i18n.mjs. */
const makeCatalogues = (node, env) => runNode(node, ['scripts/i18n.mjs'], env, 'ignore')

const KEPT_DAYS = 7

/**
 * Files that no build of the last days has written. A build adds its files to those before it: a server that runs on, and tabs that were opened then,
 * still ask for theirs.
 */
function forgetOld() {
  const before = Date.now() - KEPT_DAYS * 86_400_000
  for (const folder of ['dist/client/assets', 'dist/server/assets'].map((name) => path.join(root, name)))
    for (const name of existsSync(folder) ? readdirSync(folder) : []) {
      const file = path.join(folder, name)
      const written = file.replace(/\.(br|gz)$/, '')
      if (!existsSync(written) || statSync(written).mtimeMs < before) rmSync(file, { force: true })
    }
}

/** Builds the web app unless nothing changed. */
export async function build(node, env) {
  if (isBuilt(sourceMark())) return
  needWritableRoot('the web app must be built there')
  await inTurn('building', async () => {
    const mark = sourceMark()
    if (isBuilt(mark)) return
    say('Building the web app…')
    const since = Date.now()
    const unmade = await makeCatalogues(node, env)
    if (unmade) giveUp(`The catalogues could not be made: ${unmade}; the reason is above.`)
    const troubles = await Promise.all(builds.map((args) => vite(node, args, { ...env, NODE_ENV: 'production' })))
    for (const trouble of troubles) if (trouble) giveUp(`The web app could not be built: ${trouble}; the reason is above.`)
    forgetOld()
    writeFileSync(stamp, mark)
    say(`Built the web app in ${seconds(since)}.`)
  })
}

/** A mark of what the server loads of the build: a rebuild of the same is no reason to start again. */
export function bundleMark() {
  const hash = createHash('sha256')
  const folder = path.join(root, 'dist/server')
  if (!existsSync(folder)) return ''
  for (const name of readdirSync(folder, { recursive: true }).sort())
    if (name.endsWith('.js')) hash.update(name).update(readFileSync(path.join(folder, name)))
  return hash.digest('hex')
}

/** Builds again at every change, until the returned function is called. */
export function buildWatching(node, env) {
  const children = builds.map((args) =>
    spawn(node, [path.join(root, 'node_modules/vite/bin/vite.js'), ...args, '--watch', '--logLevel', 'error'], {
      cwd: root,
      env: { ...env, NODE_ENV: 'production' },
      stdio: ['ignore', 'inherit', 'inherit'],
    }),
  )
  return () => {
    for (const child of children) child.kill()
  }
}
