import { readdirSync, readFileSync } from 'node:fs'
import { setTimeout as pause } from 'node:timers/promises'
import { sql } from '#server/platform/db.ts'
import type { Person } from '#tests/setup/client.ts'
import { corners } from '#tests/setup/pictures.ts'
import { letterBox } from './setup/letter-box.ts'
import { openSite, type Site } from './setup/site.ts'
import type { Experiment, Figure } from './types.ts'

const LANES = 6
/** How long everything that waits may take to be done once the last kill is over, ms. */
const CATCH_UP = 120_000

interface Seen {
  answers: Map<number, number>
  /** Neither 2xx, 4xx nor 503, or no answer at all. */
  others: Map<string, number>
  hasty: number
}

const count = <K>(map: Map<K, number>, key: K) => void map.set(key, (map.get(key) ?? 0) + 1)

/** Reads and writes without a pause, as long as `on` holds. */
async function busy(site: Site, people: Person[], note: string, seen: Seen, lane: number, on: () => boolean): Promise<void> {
  const token = people[lane % people.length]?.token
  for (let i = 0; on(); i++) {
    const calls = [
      () => site.call('GET', '/v1/feed?limit=20'),
      () => site.call('GET', `/v1/notes/${note}`, { token }),
      () => site.call(i % 8 < 4 ? 'PUT' : 'DELETE', `/v1/notes/${note}/like`, { token }),
      () => site.call('POST', `/v1/notes/${note}/comments`, { token, body: { text: `Word ${i} of ${lane}` } }),
      () => site.call('GET', '/v1/me/notifications', { token }),
      () => site.call('POST', '/v1/views', { body: { items: [{ note }] } }),
    ] as const
    try {
      const call = calls[(i + lane) % calls.length] as (typeof calls)[number]
      const { status, headers } = await call()
      count(seen.answers, status)
      if (status === 503 && !headers.get('retry-after')) seen.hasty++
      if (!(status === 503 || (status >= 200 && status < 500))) count(seen.others, String(status))
    } catch (e) {
      if (on()) count(seen.others, String((e as { cause?: { code?: string } }).cause?.code ?? (e as Error).name))
    }
    await pause(15)
  }
}

const healthy = async (site: Site): Promise<void> => {
  for (const until = performance.now() + 60_000; performance.now() < until; await pause(50)) {
    const up = await site.call('GET', '/healthz').catch(() => null)
    const there =
      up?.status === 200 &&
      (await site
        .db()
        .one(sql`select 1`)
        .catch(() => null))
    if (there || site.server.end()) return
  }
  throw new Error('the site did not come back within a minute')
}

/** The postmaster and all its children: a machine that stands still. */
function family(pid: number): number[] {
  const children = readdirSync('/proc').filter((name) => {
    try {
      return /^\d+$/.test(name) && new RegExp(`^PPid:\\t${pid}$`, 'm').test(readFileSync(`/proc/${name}/status`, 'utf8'))
    } catch {
      return false
    }
  })
  return [pid, ...children.map(Number)]
}

async function standStill(site: Site, ms: number): Promise<void> {
  const all = family(site.postmaster())
  for (const pid of all) process.kill(pid, 'SIGSTOP')
  await pause(ms)
  for (const pid of all) {
    try {
      process.kill(pid, 'SIGCONT')
    } catch {
      // It was let go meanwhile.
    }
  }
}

const waiting = async (site: Site): Promise<{ due: number; dead: number; events: number }> => {
  const ask = site.db().one<{ due: number; dead: number; events: number }>(sql`
    select (select count(*)::int from graphile_worker.jobs where attempts < max_attempts and run_at <= now() + interval '5 minutes') as due,
      (select count(*)::int from graphile_worker.jobs where attempts >= max_attempts) as dead,
      (select count(*)::int from outbox) + (select count(*)::int from delivery) as events`)
  // Still away after the last kill: asked again.
  const row = await ask.catch(() => ({ due: 1, dead: 0, events: 1 }))
  return row ?? { due: -1, dead: -1, events: -1 }
}

async function run(site: Site, letters: { to: Set<string> }, kills: number, say: (line: string) => void): Promise<Figure[]> {
  const people: Person[] = await Promise.all(Array.from({ length: LANES }, (_, i) => site.join(`person${i}`)))
  const [author] = people as [Person]
  const made = await site.call('POST', '/v1/notes', { token: author.token, body: { title: 'Before', text: 'It goes on' } })
  const seen: Seen = { answers: new Map(), others: new Map(), hasty: 0 }
  let on = true
  const lanes = people.map((_, lane) => busy(site, people, made.json.id, seen, lane, () => on && !site.server.end()))
  const pictures: string[] = []
  const asked: string[] = []
  const bytes = new Uint8Array(await corners(900, 700))
  const work = async (round: number) => {
    const form = new FormData()
    form.set('file', new File([bytes], 'a.jpg', { type: 'image/jpeg' }))
    const up = await site.call('POST', '/v1/media', { token: author.token, body: form }).catch(() => null)
    if (up?.status === 201) pictures.push(up.json.id)
    const email = `someone${round}@example.org`
    const joined = await site
      .call('POST', '/v1/sign-up', { body: { handle: `someone${round}`, password: 'plum blossom soup', email } })
      .catch(() => null)
    if (joined?.status === 201) asked.push(email)
    for (const task of ['media.sweep', 'notify.sweep', 'platform.upkeep'])
      await site
        .db()
        .run(sql`select graphile_worker.add_job(${task}::text)`)
        .catch(() => {})
  }
  for (let i = 0; i < kills && !site.server.end(); i++) {
    await work(i)
    await pause(100 + ((i * 137) % 600))
    if (i % 7 === 6) await standStill(site, 4000)
    else process.kill(site.postmaster(), i % 3 === 2 ? 'SIGQUIT' : 'SIGKILL')
    await healthy(site)
    say(`${i + 1} of ${kills}: ${[...seen.answers].map(([status, n]) => `${status}×${n}`).join(' ')}`)
  }
  on = false
  await Promise.all(lanes)
  let left = await waiting(site)
  for (const until = performance.now() + CATCH_UP; performance.now() < until && (left.due > 0 || left.events > 0); await pause(300))
    left = await waiting(site)
  const withoutAvif = (await Promise.all(pictures.map((id) => site.call('GET', `/v1/media/${id}`, { token: author.token })))).filter(
    (m) => !JSON.stringify(m.json).includes('image/avif'),
  ).length
  const unsent = asked.filter((address) => !letters.to.has(address)).length
  const done = `${kills} kills and stops of the postmaster while requests, pictures, letters and sweeps went on`
  const all = [...seen.answers.values()].reduce((a, b) => a + b, 0)
  const others = [...seen.others.values()].reduce((a, b) => a + b, 0)
  const metrics = (await site.call('GET', '/metrics')).text
  const rejected = Number(/^unhandled_rejections (\d+)/m.exec(metrics)?.[1] ?? -1)
  if (others > 0) say(JSON.stringify([...seen.others]))
  const zero = (what: string, figure: number): Figure => ({ what, done, figure, target: '0', met: figure === 0 })
  return [
    zero('deaths of the process', site.server.end() ? 1 : 0),
    zero(`answers other than 2xx, 4xx and 503, of ${all}`, others),
    zero('503 without Retry-After', seen.hasty),
    zero('promises that failed unheld', rejected),
    zero(`jobs lost or left (${pictures.length} pictures, ${asked.length} letters)`, withoutAvif + unsent + left.due + left.dead),
    zero('events left', left.events),
  ]
}

export const experiment: Experiment = {
  name: 'database-kills',
  about: 'the database is killed again and again under a site at work; the site outlives it',
  async run({ say, short }) {
    const letters = await letterBox()
    const site = await openSite({ env: { SMTP_URL: letters.url, LOG_LEVEL: 'error' } })
    try {
      return await run(site, letters, short ? 3 : 20, say)
    } finally {
      await site.close()
      await letters.close()
    }
  },
}
