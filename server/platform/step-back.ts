import { readlinkSync } from 'node:fs'
import { setPriority } from 'node:os'

/** Well below the threads that answer readers: work that can wait gets the core only while nobody else wants it, and nobody waits long for one. */
const NICE = 10

/** Puts the thread that calls it behind those that answer readers. On Linux a thread has a priority of its own, by its number; elsewhere the number would mean some process, so it is left alone. */
export function stepBack(): void {
  if (process.platform !== 'linux') return
  try {
    setPriority(Number(readlinkSync('/proc/thread-self').split('/').at(-1)), NICE)
  } catch {
    // No /proc, or not allowed: then at the priority of all.
  }
}
