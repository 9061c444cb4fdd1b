// Dependencies: installed when the lockfile says so, by npm, from the package registry.
import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { giveUp, machinePath, needWritableRoot, root, say, seconds } from './place.mjs'
import { inTurn } from './turn.mjs'

const modules = path.join(root, 'node_modules')
const stamp = path.join(modules, '.vermilion-installed')

const read = (file) => (existsSync(file) ? readFileSync(file, 'utf8') : '')
const lockText = () => readFileSync(path.join(root, 'package-lock.json'), 'utf8')
const mark = (text) => createHash('sha256').update(`${process.platform} ${process.arch}\n${text}`).digest('hex')

/** Is what npm itself noted down the same as the lockfile? So after an `npm ci` by hand nothing is installed twice. */
function installedByHand(lock) {
  const noted = read(path.join(modules, '.package-lock.json'))
  if (!noted) return false
  const have = JSON.parse(noted).packages
  return Object.entries(JSON.parse(lock).packages).every(
    ([name, wanted]) =>
      name === '' ||
      have[name]?.version === wanted.version ||
      (have[name] === undefined && (wanted.optional || wanted.devOptional || wanted.peer)),
  )
}

function note(text) {
  try {
    writeFileSync(stamp, text)
  } catch {
    // Somebody else's folder, readable to us: the next start compares again.
  }
}

function isInstalled() {
  const lock = lockText()
  if (read(stamp) === mark(lock)) return true
  if (!installedByHand(lock)) return false
  note(mark(lock))
  return true
}

/** Packages unpacked so far: npm makes all folders first and fills them one by one. */
function countPackages() {
  const packages = (folder) => {
    try {
      return readdirSync(folder).filter((name) => !name.startsWith('.'))
    } catch {
      return []
    }
  }
  return packages(modules)
    .flatMap((name) => (name.startsWith('@') ? packages(path.join(modules, name)).map((part) => `${name}/${part}`) : [name]))
    .filter((name) => existsSync(path.join(modules, name, 'package.json'))).length
}

/** npm, as the machine has it: without our own node_modules in its PATH, which it is about to replace. */
function npmCi() {
  const env = Object.fromEntries(
    Object.entries(process.env).filter(([name]) => !/^npm_(lifecycle|package|execpath|node_execpath|command)/.test(name)),
  )
  const args = ['ci', '--no-audit', '--no-fund', '--prefer-offline', '--progress=false', '--loglevel=error']
  return new Promise((done) => {
    const npm = spawn('npm', args, {
      cwd: root,
      env: { ...env, PATH: machinePath, NODE_ENV: 'development' },
      stdio: ['ignore', 'ignore', 'inherit'],
    })
    npm.once('error', (error) => done(error.code === 'ENOENT' ? 'npm was not found' : error.message))
    npm.once('exit', (code, signal) => done(code === 0 ? null : `npm ci ended with ${signal ?? code}`))
  })
}

/** Installs what the lockfile names unless it is there. */
export async function install() {
  if (isInstalled()) return
  needWritableRoot('dependencies must be installed there')
  await inTurn('installing', async () => {
    if (isInstalled()) return
    const lock = lockText()
    const total = new Set(
      Object.entries(JSON.parse(lock).packages)
        .filter(([name, wanted]) => /^node_modules\/[^/]+(\/[^/]+)?$/.test(name) && !wanted.optional)
        .map(([name]) => name),
    ).size
    say(`Installing about ${total} packages with npm; this takes half a minute the first time…`)
    const since = Date.now()
    const progress = setInterval(() => {
      const there = Math.min(countPackages(), total)
      say(there > 0 ? `  … ${there} of about ${total} packages, ${seconds(since)}` : `  … downloading, ${seconds(since)}`)
    }, 4000)
    const trouble = await npmCi()
    clearInterval(progress)
    if (trouble)
      giveUp(
        `The dependencies could not be installed: ${trouble}. Is the package registry reachable (npm ping), and is there room on the disk?`,
      )
    note(mark(lock))
    say(`Installed the dependencies in ${seconds(since)}.`)
  })
}
