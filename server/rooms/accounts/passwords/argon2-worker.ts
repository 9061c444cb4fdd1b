import { type Argon2Parameters, argon2Sync } from 'node:crypto'
import { readlinkSync } from 'node:fs'
import { setPriority } from 'node:os'
import { parentPort } from 'node:worker_threads'

/** Well below the threads that answer readers: a hash gets the core only while nobody else wants it, and nobody waits long for one. */
const NICE = 10

/** On Linux a thread has a priority of its own, by its number. Elsewhere the number would mean some process, so it is left alone. */
function stepBack(): void {
  if (process.platform !== 'linux') return
  try {
    setPriority(Number(readlinkSync('/proc/thread-self').split('/').at(-1)), NICE)
  } catch {
    // No /proc, or not allowed: then at the priority of all.
  }
}

stepBack()
parentPort?.on('message', (parameters: Argon2Parameters) => {
  parentPort?.postMessage(argon2Sync('argon2id', parameters))
})
