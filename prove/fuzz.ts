import * as fc from 'fast-check'
import { complaintAbout } from './fuzz/complaint.ts'
import { found } from './fuzz/found.ts'
import { lotOf } from './fuzz/lot.ts'
import { rawBytes, sendRaw } from './fuzz/raw.ts'
import { type Request, requestsTo, type Target } from './fuzz/requests.ts'
import { agent, send } from './fuzz/send.ts'
import { targetsOf } from './fuzz/targets.ts'
import { makeWorld, type World } from './fuzz/world.ts'
import { openSite, type Site } from './setup/site.ts'
import { healthFigure, watch } from './setup/watch.ts'
import type { Experiment, Figure } from './types.ts'

/** Requests to each route. */
const EACH = { short: 2, long: 220 }
const AT_ONCE = 12
/** An answer that takes longer counts as none, ms. The short form runs beside other tests. */
const TIMEOUT_MS = { short: 60_000, long: 15_000 }

interface Complaint {
  where: string
  what: string
  times: number
  first: Request
}

async function sendAll(
  site: Site,
  world: World,
  requests: readonly (readonly [string, Request])[],
  timeoutMs: number,
  say: (line: string) => void,
) {
  const complaints = new Map<string, Complaint>()
  let sent = 0
  let slowest = 0
  const waiting = requests.values()
  const lane = async () => {
    for (const [where, request] of waiting) {
      const answer = await send(site.origin, request, world.tokenOf(request.who), timeoutMs)
      slowest = Math.max(slowest, answer.took)
      const what = complaintAbout(request, answer)
      if (what) {
        const key = `${where}: ${what}`
        const had = complaints.get(key)
        if (had) had.times++
        else {
          complaints.set(key, { where, what, times: 1, first: request })
          say(`${key}\n    ${JSON.stringify(request).slice(0, 600)}\n    ${answer.text.slice(0, 200)}`)
        }
      }
      if (++sent % 400 === 0) await world.mend()
      if (site.server.end()) return
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, lane))
  return { complaints: [...complaints.values()], sent, slowest }
}

function drawn(targets: readonly Target[], known: readonly string[], seed: number, each: number): [string, Request][] {
  const lists = targets.map((target) => {
    const where = `${target.method} ${target.url}`
    return fc
      .sample(requestsTo(target, known), { seed: lotOf(where, seed), numRuns: each })
      .map((request): [string, Request] => [where, request])
  })
  // In turns, so that what one request leaves behind meets all others.
  return Array.from({ length: each }, (_, i) => lists.flatMap((list) => list.slice(i, i + 1))).flat()
}

/** For the table; each one was said in full with its request. */
function inShort(complaints: readonly Complaint[]): number | string {
  if (complaints.length === 0) return 0
  const first = complaints.slice(0, 2).map(({ where, what, times }) => `${where}: ${what}, ${times}×`)
  return `${complaints.length} kinds (${first.join('; ')}${complaints.length > 2 ? '; …' : ''})`
}

export const experiment: Experiment = {
  name: 'fuzz',
  about: 'every route from the route table, pages and files with hostile values in every field, parameter, header and body',
  async run({ say, short, seed }) {
    const site = await openSite()
    try {
      const { pid } = site.server
      const world = await makeWorld(site)
      const targets = await targetsOf(site.databaseUrl())
      const requests = [
        ...found.map((request): [string, Request] => [`${request.method} ${request.path.split('?')[0]} (found before)`, request]),
        ...drawn(targets, world.known, seed, short ? EACH.short : EACH.long),
      ]
      const timeoutMs = short ? TIMEOUT_MS.short : TIMEOUT_MS.long
      say(`${requests.length} requests to ${targets.length} routes`)
      const health = await watch(`${site.origin}/healthz`, { pid: site.server.pid })
      const raw = rawBytes(seed)
      // Bodies that never end stand open while everything else is sent.
      const [{ complaints, sent, slowest }, unanswered] = await Promise.all([
        sendAll(site, world, requests, timeoutMs, say),
        sendRaw(site.origin, raw, timeoutMs),
      ])
      for (const line of unanswered) say(line)
      const watched = await health.stop()
      const died = site.server.end()
      const faults = site.server.said.filter((line) => /"level":(50|60)/.test(line))
      for (const line of faults.slice(0, 10)) say(`log: ${line.slice(0, 600)}`)
      const done = `${sent} hostile requests to ${targets.length} routes, seed ${seed}`
      const figures: Figure[] = [
        {
          what: 'answers that are a fault, a hang or no problem document',
          done,
          figure: inShort(complaints),
          target: '0',
          met: complaints.length === 0 && sent === requests.length,
        },
        {
          what: 'bytes that are no request, without an answer',
          done: `${raw.length} connections of raw bytes`,
          figure: unanswered.length ? unanswered.slice(0, 2).join('; ') : 0,
          target: '0',
          met: unanswered.length === 0,
        },
        { what: 'slowest answer', done, figure: `${Math.round(slowest)} ms`, target: `< ${timeoutMs} ms`, met: slowest < timeoutMs },
        { what: 'errors in the log', done, figure: faults.length, target: '0', met: faults.length === 0 },
        {
          what: 'deaths of the process',
          done,
          figure: died ? `${died.signal ?? died.code}` : 0,
          target: '0',
          met: !died && site.server.pid === pid,
        },
        healthFigure(watched, done, short),
      ]
      return figures
    } finally {
      agent.destroy()
      await site.close()
    }
  },
}
