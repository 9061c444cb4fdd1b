// Which Node runs the server: the one that came with the dependencies, else the machine's own where it is new enough.
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import path from 'node:path'
import { bin, giveUp, machinePath } from './place.mjs'

const isFitting = (version) => {
  const [major = 0, minor = 0] = version.replace(/^v/, '').split('.').map(Number)
  return major > 22 || (major === 22 && minor >= 18)
}

const versionOf = (node, env = process.env) => {
  const told = spawnSync(node, ['--version'], { encoding: 'utf8', env })
  return told.status === 0 ? told.stdout.trim() : ''
}

/** The path of a Node that runs TypeScript. Ends with a clear line when there is none. */
export function findNode() {
  const own = path.join(bin, 'node')
  if (existsSync(own) && isFitting(versionOf(own))) return own
  if (isFitting(process.version) && existsSync(process.execPath)) return process.execPath
  if (isFitting(versionOf('node', { ...process.env, PATH: machinePath }))) return 'node'
  return giveUp(
    `Vermilion needs Node 22.18 or newer (24 is best); this machine has ${process.version}, and for ${process.platform}-${process.arch} none came with the dependencies. Install one from https://nodejs.org and run the same command again.`,
  )
}
