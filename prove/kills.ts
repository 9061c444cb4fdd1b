import * as http from 'node:http'
import type { Person } from '#tests/setup/client.ts'
import { lotOf } from './fuzz/lot.ts'
import { openSite, type Site } from './setup/site.ts'
import type { Experiment, Figure, HowToRun } from './types.ts'

const WRITERS = 8
const ROUNDS = { short: 1, long: 20 }
/** Notes answered between two kills. */
const BETWEEN = 25
const IN_FLIGHT = 24
/** A clean stop has an end, ms. */
const STOP = 45_000

interface Written {
  by: Person
  title: string
  id: string
}

/**
 * Publishes until it is answered, under one key: as an app does that lost its connection. Null when the first try, which a kill ended, still
 * holds the key: it is tried again later.
 */
async function publish(site: Site, by: Person, title: string): Promise<Written | null> {
  for (;;) {
    try {
      const said = await site.call('POST', '/v1/notes', {
        token: by.token,
        body: { title, text: `${title} #kept` },
        headers: { 'idempotency-key': title },
      })
      if (said.status === 201) return { by, title, id: said.json.id }
      if (said.status === 409) return null
      // Away for a moment: the same again.
      if (![503, 429].includes(said.status)) throw new Error(`${said.status} ${said.text}`)
    } catch (error) {
      if (!(error instanceof TypeError)) throw error
    }
    await new Promise((done) => setTimeout(done, 25))
  }
}

async function notesOf(site: Site, who: Person): Promise<{ id: string; title: string }[]> {
  const all: { id: string; title: string }[] = []
  for (let cursor: string | null = ''; cursor !== null; ) {
    const said = await site.call(
      'GET',
      `/v1/accounts/${who.handle}/notes?limit=100${cursor ? `&cursor=${encodeURIComponent(cursor)}` : ''}`,
      { token: who.token },
    )
    if (said.status !== 200) throw new Error(`${said.status} ${said.text}`)
    all.push(...said.json.items)
    cursor = said.json.next
  }
  return all
}

/** Kills the program while people write, and starts it again, so many times. */
async function killWhileWriting(site: Site, rounds: number, { short, seed, say }: HowToRun): Promise<Figure[]> {
  const people: Person[] = []
  for (let i = 0; i < WRITERS; i++) people.push(await site.join(`writer${i}`))
  const written: Written[] = []
  const later: { by: Person; title: string }[] = []
  let kills = 0
  let up = Promise.resolve()
  const isOver = () => kills >= rounds
  const mark = (round: number) => round * BETWEEN + 8 + (lotOf(`kill ${round}`, seed) % BETWEEN)
  await Promise.all(
    people.map(async (by, p) => {
      for (let i = 0; !isOver(); i++) {
        await up
        const title = `${p}-${i}`
        const one = await publish(site, by, title)
        if (!one) {
          later.push({ by, title })
          continue
        }
        written.push(one)
        if (written.length < mark(kills) || isOver()) continue
        // The others are in the middle of theirs.
        up = site.server.kill().then(() => site.again())
        kills++
      }
    }),
  )
  await up
  // A claim is held for a minute: the short form leaves those alone, nobody was promised anything yet.
  if (short) later.length = 0
  say(`${later.length} wait until the claims of killed tries have ended`)
  for (const { by, title } of later) {
    let one = await publish(site, by, title)
    while (!one) {
      await new Promise((done) => setTimeout(done, 250))
      one = await publish(site, by, title)
    }
    written.push(one)
  }
  say(`${written.length} notes answered over ${kills} kills`)
  let lost = 0
  let twice = 0
  for (const who of people) {
    const there = await notesOf(site, who)
    const ids = new Set(there.map(({ id }) => id))
    lost += written.filter(({ by, id }) => by === who && !ids.has(id)).length
    twice += there.length - new Set(there.map(({ title }) => title)).size
  }
  const done = `${kills} × SIGKILL while ${WRITERS} people published ${written.length} notes`
  return [
    { what: 'answered notes lost', done, figure: lost, target: '0', met: lost === 0 && kills === rounds },
    { what: 'notes that are there twice', done, figure: twice, target: '0', met: twice === 0 },
  ]
}

/** A note of which the server has begun to read: the answer's status, 0 when none came. `begun` is called once the server said so. */
function slowNote(site: Site, by: Person, title: string, begun: () => void, go: Promise<void>): Promise<number> {
  const body = JSON.stringify({ title, text: 'Still on its way' })
  return new Promise((done) => {
    const request = http.request(
      `${site.origin}/v1/notes`,
      {
        method: 'POST',
        agent: false,
        headers: {
          authorization: `Bearer ${by.token}`,
          'content-type': 'application/json',
          'content-length': Buffer.byteLength(body),
          expect: '100-continue',
        },
      },
      (answer) => {
        answer.resume()
        answer.once('end', () => done(answer.statusCode ?? 0))
        answer.once('error', () => done(0))
      },
    )
    request.once('continue', () => {
      begun()
      void go.then(() => request.end(body))
    })
    request.once('error', () => done(0))
    request.flushHeaders()
  })
}

/** Tells the program to stop while it reads so many notes. */
async function stopInFlight(site: Site, by: Person, round: number) {
  let send = () => {}
  const go = new Promise<void>((done) => {
    send = done
  })
  let begun = 0
  let all = () => {}
  const ready = new Promise<void>((done) => {
    all = done
  })
  const answers = Array.from({ length: IN_FLIGHT }, (_, i) =>
    slowNote(site, by, `in flight ${round}-${i}`, () => ++begun === IN_FLIGHT && all(), go),
  )
  await ready
  const since = performance.now()
  const stopped = site.server.stop()
  send()
  const statuses = await Promise.all(answers)
  const code = await stopped
  return { statuses, code, took: performance.now() - since }
}

export const experiment: Experiment = {
  name: 'kills',
  about: 'the program killed while people publish, and told to stop while it answers',
  async run(how) {
    const { short } = how
    const site = await openSite()
    try {
      const rounds = short ? ROUNDS.short : ROUNDS.long
      const figures = await killWhileWriting(site, rounds, how)
      const by = await site.join('patient')
      const stops = short ? 1 : 5
      let unanswered = 0
      let refused = 0
      let unclean = 0
      let longest = 0
      for (let round = 0; round < stops; round++) {
        const { statuses, code, took } = await stopInFlight(site, by, round)
        unanswered += statuses.filter((status) => status === 0).length
        refused += statuses.filter((status) => status !== 0 && status !== 201).length
        if (code !== 0) unclean++
        longest = Math.max(longest, took)
        await site.again()
      }
      const done = `${stops} × SIGTERM with ${IN_FLIGHT} notes in flight each`
      figures.push(
        {
          what: 'requests in flight without an answer',
          done,
          figure: `${unanswered} (${refused} refused)`,
          target: short ? '0 (a starved machine may refuse in words)' : '0 (0 refused)',
          met: unanswered === 0 && (short || refused === 0),
        },
        { what: 'stops that were not clean', done, figure: unclean, target: '0', met: unclean === 0 },
        { what: 'the longest stop', done, figure: `${Math.round(longest)} ms`, target: `≤ ${STOP} ms`, met: longest <= STOP },
      )
      return figures
    } finally {
      await site.close()
    }
  },
}
