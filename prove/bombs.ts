import type { Person } from '#tests/setup/client.ts'
import { lotOf } from './fuzz/lot.ts'
import { targetsOf } from './fuzz/targets.ts'
import { makeWorld } from './fuzz/world.ts'
import { type Nasty, nastyTexts } from './hostile/texts.ts'
import { openSite, type Site } from './setup/site.ts'
import { healthFigure, mainThreadCpu, watch } from './setup/watch.ts'
import type { Experiment, Figure } from './types.ts'

/**
 * What one text may keep the server's first thread at work, in ms of CPU time: everybody else waits that long. The short form runs
 * beside other tests, which make the same work dearer.
 */
const HOLD = { short: 500, long: 200 }
/** Muted words of the reader whose feed is asked for: as many as one may have, or this many. */
const FILTERS = 120

/** Where people's words come in. `most`: the longest that the field takes; what the schema says wins. */
interface Field {
  name: string
  method: string
  url: string
  field: string
  most: number
  send(text: string): { path: string; body?: unknown }
}

const inBody = (method: string, url: string, field: string, most: number, rest: object = {}, path = url): Field => ({
  name: `${method} ${url} ${field}`,
  method,
  url,
  field,
  most,
  send: (text) => ({ path, body: { ...rest, [field]: text } }),
})
const inQuery = (url: string, field: string, most: number): Field => ({
  name: `GET ${url}?${field}`,
  method: 'GET',
  url,
  field,
  most,
  send: (text) => ({ path: `${url}?${field}=${encodeURIComponent(text)}` }),
})

const fieldsOf = (note: string, caseId: string): Field[] => [
  inBody('POST', '/v1/notes', 'text', 10_000, { title: 'x' }),
  inBody('POST', '/v1/notes', 'title', 100, { text: 'x' }),
  {
    ...inBody('POST', '/v1/notes', 'layer', 10_000),
    send: (text) => ({ path: '/v1/notes', body: { title: 'x', text: 'x', layer: { language: 'zh-Hans', title: 'x', text } } }),
  },
  inBody('PATCH', '/v1/notes/:id', 'text', 10_000, {}, `/v1/notes/${note}`),
  inBody('POST', '/v1/notes/:id/comments', 'text', 2000, {}, `/v1/notes/${note}/comments`),
  inBody('POST', '/v1/boards', 'title', 60),
  inBody('POST', '/v1/media/text-cards', 'text', 2000, { template: 'letter' }),
  { ...inBody('POST', '/v1/drafts', 'text', 60_000), send: (text) => ({ path: '/v1/drafts', body: { content: { title: 'x', text } } }) },
  inBody('POST', '/v1/me/filters', 'value', 100, { kind: 'word' }),
  inBody('PATCH', '/v1/me', 'displayName', 60),
  inBody('PATCH', '/v1/me', 'bio', 500),
  inBody('POST', '/v1/reports', 'detail', 2000, { subject: { type: 'note', id: note }, reason: 'spam' }),
  inBody(
    'POST',
    '/v1/moderation/cases/:id/decision',
    'words',
    2000,
    { action: 'none', reason: 'spam' },
    `/v1/moderation/cases/${caseId}/decision`,
  ),
  inBody('POST', '/v1/sign-in', 'login', 254, { password: 'x' }),
  inBody('POST', '/v1/sign-in', 'password', 200, { login: 'person0' }),
  inBody('POST', '/v1/reset', 'login', 254),
  inQuery('/v1/search', 'q', 200),
  inQuery('/v1/search/suggestions', 'q', 200),
  inQuery('/search', 'q', 200),
  inQuery('/sign-in', 'next', 2000),
  {
    name: 'GET /v1/topics/:name',
    method: 'GET',
    url: '/v1/topics/:name',
    field: 'name',
    most: 100,
    send: (text) => ({ path: `/v1/topics/${encodeURIComponent(text)}` }),
  },
  { name: 'Accept-Language', method: 'GET', url: '/v1/feed', field: 'accept-language', most: 4000, send: () => ({ path: '/v1/feed' }) },
]

interface Held {
  where: string
  text: string
  status: number
  /** ms of CPU time of the first thread. */
  work: number
}

async function sendOne(site: Site, who: Person, field: Field, text: Nasty): Promise<Held> {
  const words = text.of(field.most)
  const { path, body } = field.send(words)
  const before = mainThreadCpu(site.server.pid)
  const latin = words.replaceAll(/[^\x20-\x7e]/g, '*')
  const said = await site.call(field.method, path, {
    token: who.token,
    ...(body === undefined ? {} : { body }),
    ...(field.field === 'accept-language' ? { headers: { 'accept-language': latin } } : {}),
  })
  return { where: field.name, text: text.name, status: said.status, work: mainThreadCpu(site.server.pid) - before }
}

export const experiment: Experiment = {
  name: 'bombs',
  about: 'texts that cost more than their length, at full length through every field of text, one after the other',
  async run({ say, short, seed }) {
    const site = await openSite()
    try {
      const world = await makeWorld(site)
      const admin: Person = { id: '0', handle: 'admin2', token: world.tokenOf('admin') ?? '' }
      const note = world.known[0] ?? ''
      const cases = (await site.call('GET', '/v1/moderation/cases', { token: admin.token })).json
      const targets = await targetsOf(site.databaseUrl())
      const fields = fieldsOf(note, cases?.items?.[0]?.id ?? '1').map((field): Field => {
        const shape = targets.find(({ method, url }) => method === field.method && url === field.url)
        const own = shape?.body?.properties?.[field.field] ?? shape?.query?.properties?.[field.field]
        return { ...field, most: Math.min(own?.maxLength ?? field.most, 60_000) }
      })
      const reader = await site.join('reader')
      const writer = await site.join('writer')
      // The note's own author changes it.
      const own = (await site.call('POST', '/v1/notes', { token: writer.token, body: { title: 'x', text: 'x' } })).json.id
      const pairs = nastyTexts.flatMap((text) => fields.map((field) => ({ text, field })))
      // The short form takes a part, another one for another seed, and always what costs most: a note's text.
      const share = short ? 40 : 1
      const taken = pairs.filter(
        ({ text, field }) =>
          !short ||
          (field.name === 'POST /v1/notes text' && lotOf(text.name, seed) % 6 === 0) ||
          lotOf(`${field.name} ${text.name}`, seed) % share === 0,
      )
      for (let i = 0; i < (short ? FILTERS / 4 : FILTERS); i++)
        await site.call('POST', '/v1/me/filters', {
          token: reader.token,
          body: { kind: 'word', value: nastyTexts[i % nastyTexts.length]?.of(8 + (i % 40)) },
        })
      say(`${taken.length} texts through ${fields.length} fields`)
      const health = await watch(`${site.origin}/healthz`, { pid: site.server.pid })
      const held: Held[] = []
      for (const [i, { field, text }] of taken.entries()) {
        const patched =
          field.url === '/v1/notes/:id' ? { ...field, send: (t: string) => ({ path: `/v1/notes/${own}`, body: { text: t } }) } : field
        held.push(await sendOne(site, field.url.startsWith('/v1/moderation') ? admin : writer, patched, text))
        // Whoever muted many words reads what was just written.
        if (i % 20 === 19) {
          const before = mainThreadCpu(site.server.pid)
          const said = await site.call('GET', '/v1/feed?limit=100', { token: reader.token })
          held.push({
            where: 'GET /v1/feed past muted words',
            text: 'all of them',
            status: said.status,
            work: mainThreadCpu(site.server.pid) - before,
          })
        }
        if (site.server.end()) break
      }
      const watched = await health.stop()
      const worst = held.toSorted((a, b) => b.work - a.work)
      for (const one of worst.slice(0, 5)) say(`${one.work} ms: ${one.where}, ${one.text} (${one.status})`)
      const broken = held.filter(({ status }) => status >= 500)
      for (const one of broken.slice(0, 10)) say(`${one.status}: ${one.where}, ${one.text}`)
      const done = `${held.length} texts of ${nastyTexts.length} kinds through ${fields.length} fields`
      const [most] = worst
      const hold = short ? HOLD.short : HOLD.long
      const died = site.server.end()
      const figures: Figure[] = [
        {
          what: 'most work for one text',
          done,
          figure: most ? `${most.work} ms (${most.where}, ${most.text})` : 'none',
          target: `≤ ${hold} ms of CPU time`,
          met: (most?.work ?? Infinity) <= hold,
        },
        { what: 'answers that are a fault', done, figure: broken.length, target: '0', met: broken.length === 0 },
        { what: 'deaths of the process', done, figure: died ? `${died.signal ?? died.code}` : 0, target: '0', met: !died },
        healthFigure(watched, done, short),
      ]
      return figures
    } finally {
      await site.close()
    }
  },
}
