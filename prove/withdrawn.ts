import * as path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { sql } from '#server/platform/db.ts'
import type { Person } from '#tests/setup/client.ts'
import { corners } from '#tests/setup/pictures.ts'
import { startServer } from '#tests/setup/start-server.ts'
import { openSite, type Site } from './setup/site.ts'
import { watch } from './setup/watch.ts'
import type { Experiment, Figure } from './types.ts'

/** What the contract says: a picture that was withdrawn is gone within a second of the answer, ms. */
const PROMISE = 1000
/** What is not gone by then stays, ms. */
const NEVER = 30_000
const ROUNDS = { short: 1, long: 10 }

interface Shown {
  author: Person
  note: string
  /** All renditions of its picture, the note itself and its page. */
  addresses: string[]
}

async function show(site: Site, handle: string, picture: Uint8Array<ArrayBuffer>): Promise<Shown> {
  const author = await site.join(handle)
  const form = new FormData()
  form.set('file', new Blob([picture]), 'a.png')
  const made = await site.call('POST', '/v1/media', { token: author.token, body: form })
  const note = await site.call('POST', '/v1/notes', { token: author.token, body: { title: 'Shown', text: '', media: [made.json.id] } })
  if (note.status !== 201) throw new Error(note.text)
  const addresses = made.json.variants.map(({ url }: { url: string }) => url.replace(/^https?:\/\/[^/]+/, ''))
  return { author, note: note.json.id, addresses: [...addresses, `/v1/notes/${note.json.id}`, `/notes/${note.json.id}`] }
}

/** By whom and how a picture is withdrawn. */
const ways = (site: Site, admin: Person): [string, (shown: Shown) => Promise<{ status: number; text: string }>][] => [
  [
    'turned private',
    ({ author, note }) => site.call('PATCH', `/v1/notes/${note}`, { token: author.token, body: { visibility: 'private' } }),
  ],
  ['deleted', ({ author, note }) => site.call('DELETE', `/v1/notes/${note}`, { token: author.token })],
  ['of an account that closed', ({ author }) => site.call('PATCH', '/v1/me', { token: author.token, body: { private: true } })],
  [
    'of somebody suspended',
    ({ author }) => site.call('PUT', `/v1/admin/accounts/${author.handle}/suspension`, { token: admin.token, body: { words: 'Spam' } }),
  ],
  ['of somebody leaving', ({ author }) => site.call('DELETE', '/v1/me', { token: author.token, body: { password: 'plum blossom soup' } })],
]

export const experiment: Experiment = {
  name: 'withdrawn',
  about: 'pictures and their notes withdrawn in every way, and asked for at both of two processes until nobody gets them',
  async run({ short, say }) {
    const site = await openSite()
    try {
      const { origin } = site
      const there = await startServer({
        DATABASE_URL: site.databaseUrl(),
        DATA_DIR: path.join(site.folder, 'data'),
        ROLE: 'web',
        ORIGIN: origin,
      })
      const keeper = await site.join('keeper')
      await site.db().run(sql`update account set role = 'admin' where id = ${keeper.id}`)
      const { json } = await site.call('POST', '/v1/sign-in', { body: { login: 'keeper', password: 'plum blossom soup' } })
      const bytes = new Uint8Array(await corners(600, 400))
      const seen = async ({ addresses }: Shown): Promise<number> => {
        const doors = [origin, there.url]
        const all = await Promise.all(doors.flatMap((door) => addresses.map((address) => fetch(door + address))))
        await Promise.all(all.map((answer) => answer.arrayBuffer()))
        return all.filter(({ status }) => status === 200).length
      }
      let [worst, asked, left] = [0, 0, 0]
      let slowest = 'none'
      const bare = await watch(`${origin}/healthz`, { every: 50 })
      for (let round = 0; round < (short ? ROUNDS.short : ROUNDS.long); round++)
        for (const [n, [name, withdraw]] of ways(site, { ...keeper, token: json.token }).entries()) {
          const shown = await show(site, `shown${round}x${n}`, bytes)
          const before = await seen(shown)
          if (before !== 2 * shown.addresses.length)
            throw new Error(`${name}: ${before} of ${2 * shown.addresses.length} were shown before`)
          const said = await withdraw(shown)
          if (said.status >= 300) throw new Error(`${name}: ${said.status} ${said.text}`)
          const since = performance.now()
          let took = 0
          for (;;) {
            // A reader who asked in time has not been promised anything: what counts is when the asking began.
            took = performance.now() - since
            if ((await seen(shown)) === 0 || took > NEVER) break
            await pause(20)
          }
          asked += before
          if (took > NEVER) left++
          if (took > worst) [worst, slowest] = [took, name]
          say(`${name}: ${Math.round(took)} ms`)
        }
      const { machine } = await bare.stop()
      await there.stop()
      const done = `${asked} addresses of pictures, notes and their pages withdrawn in 5 ways, two processes`
      const own = short ? worst - machine.worst : worst
      const figures: Figure[] = [
        { what: 'addresses that stayed', done, figure: left, target: '0', met: left === 0 },
        {
          what: 'the longest until gone everywhere',
          done,
          figure: `${Math.round(worst)} ms (${slowest}; a bare server stood still for ${Math.round(machine.worst)} ms)`,
          target: short ? `≤ ${PROMISE} ms beside the machine's own` : `≤ ${PROMISE} ms`,
          met: own <= PROMISE,
        },
      ]
      return figures
    } finally {
      await site.close()
    }
  },
}
