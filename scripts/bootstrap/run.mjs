// Runs a program of ours under the right Node, passes signals on, and makes sure that it does not outlive its starter.
import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { constants } from 'node:os'
import path from 'node:path'
import { giveUp, root } from './place.mjs'

const signals = ['SIGINT', 'SIGTERM', 'SIGHUP']

/** Starts a script; the IPC channel tells it (by `disconnect`) that this process is gone. */
export function startScript(node, script, args, env) {
  // V8's own choices suit a machine that runs nothing else. Less room for young objects, and collecting once the heap has grown by a quarter, keep
  // the server below 400 MB under load, where it took 550 (decision 255).
  const flags = ['--disable-warning=ExperimentalWarning', '--max-semi-space-size=16', '--heap-growing-percent=25']
  // What is set in the environment wins over the file.
  if (existsSync(path.join(root, '.env'))) flags.push('--env-file=.env')
  return spawn(node, [...flags, script, ...args], { cwd: root, env, stdio: ['inherit', 'inherit', 'inherit', 'ipc'] })
}

/** Calls `end` with the signal when this process is told to stop, or when whoever started it is gone. */
export function whenToldToStop(end) {
  for (const signal of signals) process.on(signal, () => end(signal))
  const parent = process.ppid
  const watch = setInterval(() => {
    if (process.ppid === parent) return
    clearInterval(watch)
    end('SIGTERM')
  }, 500)
  watch.unref()
}

/** Runs a script to its end, which becomes the end of this process. */
export function run(node, script, args, env) {
  if (!existsSync(path.join(root, script))) giveUp(`${script} is missing from this checkout.`)
  const child = startScript(node, script, args, env)
  whenToldToStop((signal) => child.kill(signal))
  child.once('error', (error) => giveUp(`${script} could not be started: ${error.message}`))
  child.once('exit', (code, signal) => process.exit(signal ? 128 + (constants.signals[signal] ?? 0) : (code ?? 1)))
}
