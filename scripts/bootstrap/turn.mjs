// One bootstrap at a time installs or builds; the others wait and then find it done.
import { closeSync, openSync, readFileSync, rmSync, statSync, writeSync } from 'node:fs'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { cache, say } from './place.mjs'

function isAlive(pid) {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error.code === 'EPERM'
  }
}

/** True when whoever wrote this file is gone (or died before writing its number). */
function isStale(file) {
  try {
    const pid = Number(readFileSync(file, 'utf8'))
    return pid > 0 ? !isAlive(pid) : Date.now() - statSync(file).mtimeMs > 5000
  } catch {
    return false
  }
}

/** Does `work` while no other process does any of the same name. */
export async function inTurn(name, work) {
  const file = path.join(cache, `${name}.turn`)
  for (let told = false; ; await pause(200)) {
    try {
      const handle = openSync(file, 'wx')
      writeSync(handle, String(process.pid))
      closeSync(handle)
      break
    } catch (error) {
      if (error.code !== 'EEXIST') throw error
      if (isStale(file)) rmSync(file, { force: true })
      else if (!told) {
        say(`Waiting for another process that is at it already (${name})…`)
        told = true
      }
    }
  }
  try {
    return await work()
  } finally {
    rmSync(file, { force: true })
  }
}
