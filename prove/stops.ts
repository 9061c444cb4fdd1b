import * as fs from 'node:fs'
import { setTimeout as pause } from 'node:timers/promises'
import type { Person } from '#tests/setup/client.ts'
import { corners } from '#tests/setup/pictures.ts'
import { openSite, type Site } from './setup/site.ts'
import { familyOf } from './setup/watch.ts'
import type { Experiment } from './types.ts'

const SENT = { short: 8, long: 40 }
/** A clean stop has an end, ms: after 60 s the program ends as it is, which is not clean. */
const STOP = 58_000

/** Processes of the workshop, where pictures are made. */
const benches = (site: Site): number[] =>
  familyOf(site.server.pid).filter((pid) => {
    try {
      return fs.readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('workshop/process.ts')
    } catch {
      return false
    }
  })

/** Pictures that have come whole or in part: files that this program reads and that have no name any more. */
const received = (site: Site): number =>
  fs.readdirSync(`/proc/${site.server.pid}/fd`).filter((fd) => {
    try {
      return /\/uploads\/.* \(deleted\)$/.test(fs.readlinkSync(`/proc/${site.server.pid}/fd/${fd}`))
    } catch {
      return false
    }
  }).length

const until = async (what: string, isSo: () => boolean | Promise<boolean>): Promise<void> => {
  for (const end = Date.now() + 60_000; Date.now() < end; await pause(20)) if (await isSo()) return
  throw new Error(`${what}: not within a minute`)
}

/** Status of the answer; 0: the connection was cut without one. */
const upload = async (site: Site, by: Person, bytes: Uint8Array<ArrayBuffer>): Promise<number> => {
  const form = new FormData()
  form.set('file', new Blob([bytes]), 'a.png')
  return site.call('POST', '/v1/media', { token: by.token, body: form, timeoutMs: 120_000 }).then(
    ({ status }) => status,
    () => 0,
  )
}

/** Tells the program to stop while its workshop stands still and pictures wait; `wakes`: it goes on once the word to stop was heard. */
async function stopWithQueue(site: Site, people: readonly Person[], bytes: Uint8Array<ArrayBuffer>, count: number, wakes: boolean) {
  // The first one opens the workshop.
  if ((await upload(site, people[0] as Person, bytes)) !== 201) throw new Error('the first picture was not taken')
  const still = benches(site)
  if (still.length === 0) throw new Error('there is no workshop to stop')
  for (const pid of still) process.kill(pid, 'SIGSTOP')
  const answers = Array.from({ length: count }, (_, i) => upload(site, people[i % people.length] as Person, bytes))
  await until('pictures wait', () => received(site) >= count)
  const since = performance.now()
  const stopped = site.server.stop()
  await until('nobody new is let in', () =>
    fetch(`${site.origin}/healthz`).then(
      () => false,
      () => true,
    ),
  )
  if (wakes) for (const pid of still) process.kill(pid, 'SIGCONT')
  const statuses = await Promise.all(answers)
  const code = await stopped
  const took = performance.now() - since
  const left = still.filter((pid) => fs.existsSync(`/proc/${pid}/exe`)).length
  for (const pid of still) {
    try {
      process.kill(pid, 'SIGKILL')
    } catch {
      // It went with the program.
    }
  }
  return { statuses, code, took, left }
}

export const experiment: Experiment = {
  name: 'stops',
  about: 'told to stop while pictures wait in the queue of a workshop that stands still, for a while or for good',
  async run({ short, say }) {
    const site = await openSite()
    try {
      const people = await Promise.all(Array.from({ length: 4 }, (_, i) => site.join(`sender${i}`)))
      const bytes = new Uint8Array(await corners(900, 600))
      const count = short ? SENT.short : SENT.long
      // One that never goes on is waited for by the program for half a minute: left to the long form.
      const rounds = short ? [true] : [true, false, true, false]
      const all: number[] = []
      let [unclean, left, longest] = [0, 0, 0]
      for (const wakes of rounds) {
        const said = await stopWithQueue(site, people, bytes, count, wakes)
        all.push(...said.statuses)
        if (said.code !== 0) unclean++
        left += said.left
        longest = Math.max(longest, said.took)
        say(`${wakes ? 'goes on' : 'stands still'}: ${said.statuses.join(' ')}, ended with ${said.code} after ${Math.round(said.took)} ms`)
        await site.again()
      }
      const made = all.filter((status) => status === 201).length
      const other = all.filter((status) => status !== 201 && status !== 503).length
      const done = `${rounds.length} × SIGTERM with ${count} pictures in the queue (${made} made, ${all.length - made - other} refused with 503)`
      return [
        { what: 'pictures without an answer, or another than 201 and 503', done, figure: other, target: '0', met: other === 0 && made > 0 },
        { what: 'stops that were not clean', done, figure: unclean, target: '0', met: unclean === 0 },
        { what: 'processes of the workshop left behind', done, figure: left, target: '0', met: left === 0 },
        { what: 'the longest stop', done, figure: `${Math.round(longest)} ms`, target: `≤ ${STOP} ms`, met: longest <= STOP },
      ]
    } finally {
      await site.close()
    }
  },
}
