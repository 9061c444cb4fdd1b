import { sql } from '#server/platform/db.ts'
import { wrongCounters } from '#tests/setup/counters.ts'
import { lotOf } from './fuzz/lot.ts'
import { openSite, type Site } from './setup/site.ts'
import type { Experiment } from './types.ts'

const NOTES = 12
/** People, taps of each, and how many answers come between two kills. */
const FORM = { short: { people: 24, each: 12, between: 110 }, long: { people: 200, each: 60, between: 1000 } }

/** The same tap again until it is answered, as a phone does that lost its connection. */
async function tap(site: Site, token: string, note: string, on: boolean, up: () => Promise<unknown>): Promise<void> {
  for (;;) {
    await up()
    try {
      const { status, text } = await site.call(on ? 'PUT' : 'DELETE', `/v1/notes/${note}/like`, { token })
      if (status === 204) return
      // Away for a moment, it says: nothing was written, the same tap comes again.
      if (status !== 503) throw new Error(`${status} ${text}`)
    } catch (error) {
      if (!(error instanceof TypeError)) throw error
    }
  }
}

export const experiment: Experiment = {
  name: 'likes',
  about: 'people like and unlike, most of them one hot note, while the program is killed again and again',
  async run({ short, seed, say }) {
    const { people, each, between } = short ? FORM.short : FORM.long
    const site = await openSite()
    try {
      const readers = []
      for (let i = 0; i < people; i++) readers.push(await site.join(`reader${i}`))
      const author = await site.join('author')
      const ids: string[] = []
      for (let i = 0; i < NOTES; i++)
        ids.push((await site.call('POST', '/v1/notes', { token: author.token, body: { title: `Note ${i}`, text: 'Soup' } })).json.id)
      let up: Promise<unknown> = Promise.resolve()
      let answers = 0
      let kills = 0
      const answered = () => {
        if (++answers % between !== 0) return
        kills++
        up = site.server.kill().then(() => site.again())
      }
      // Half of all taps go to the hot note. Each reader's last word on each note is what must stand.
      const wanted = new Map<string, boolean>()
      await Promise.all(
        readers.map(async (reader, r) => {
          for (let i = 0; i < each; i++) {
            const note = ids[i % 2 === 0 ? 0 : 1 + (lotOf(`${r} ${i}`, seed) % (NOTES - 1))] ?? ''
            const key = `${note} ${reader.id}`
            const on = !wanted.get(key)
            await tap(site, reader.token, note, on, () => up)
            wanted.set(key, on)
            answered()
          }
        }),
      )
      await up
      // What has been gathered is written with the stop.
      await site.server.stop()
      await site.again()
      const rows = await site.db().rows<{ key: string }>(sql`select note_id || ' ' || account_id as key from note_like`)
      const there = new Set(rows.map(({ key }) => key))
      const wrong = [...wanted].filter(([key, on]) => there.has(key) !== on).length
      const counters = await wrongCounters(site.db())
      for (const one of counters.slice(0, 5)) say(JSON.stringify(one))
      const done = `${answers} taps of ${people} people on ${NOTES} notes, ${kills} × SIGKILL, seed ${seed}`
      return [
        { what: 'last words that do not stand', done, figure: wrong, target: '0', met: wrong === 0 && kills >= 2 },
        { what: 'counters that are not their rows', done, figure: counters.length, target: '0', met: counters.length === 0 },
      ]
    } finally {
      await site.close()
    }
  },
}
