import { setTimeout as pause } from 'node:timers/promises'
import { type Change, changes, type ReaderName } from './changes.ts'
import { markers } from './seed.ts'
import type { MarkerPerson, MarkerSite } from './site.ts'
import { makeThings, type Things } from './things.ts'

/** A secret that somebody could read. */
export interface MarkerFind {
  change: string
  reader: ReaderName
  field: string
  url: string
}
export interface MarkerWalk {
  /** Answers looked through, and secrets looked for in them. */
  asked: number
  looked: number
  found: MarkerFind[]
  /** Pictures: how long the slowest was still given to a stranger after it was withdrawn, ms. */
  slowest: number
}

interface Cast {
  under: string
  people: Record<Exclude<ReaderName, 'stranger' | 'author'>, MarkerPerson>
}

/** The walk over these changes (all of them unless said otherwise); the same seed asks the same. */
export async function walkMarkers(site: MarkerSite, seed: number, which: readonly Change[] = changes): Promise<MarkerWalk> {
  const word = markers(seed)
  const cast = await meet(site, seed)
  const walk: MarkerWalk = { asked: 0, looked: 0, found: [], slowest: 0 }
  for (const [n, change] of which.entries()) await one(site, { word, cast, walk, handle: `m${seed}c${n}` }, change)
  return walk
}

async function meet(site: MarkerSite, seed: number): Promise<Cast> {
  const person = (name: string, role?: 'moderator') => site.person(`${name}${seed}`, role)
  const people = {
    other: await person('other'),
    follower: await person('follower'),
    left: await person('left'),
    blocked: await person('blocked'),
    // Under whose note everybody comments: what was said there is told to them.
    host: await person('host'),
    moderator: await person('watch', 'moderator'),
  }
  const note = await site.ask(people.host, 'POST', '/v1/notes', {
    title: 'Open house',
    text: 'Come in',
    media: [await site.picture(people.host)],
  })
  return { under: JSON.parse(note.body).id, people }
}

interface Step {
  word: () => string
  cast: Cast
  walk: MarkerWalk
  handle: string
}

async function one(site: MarkerSite, { word, cast, walk, handle }: Step, change: Change): Promise<void> {
  const author = await site.person(handle)
  for (const who of [cast.people.follower, cast.people.left]) await site.ask(who, 'PUT', `/v1/accounts/${handle}/follow`)
  const things = await makeThings(site, word, author, cast.under, change.how ?? {}, [cast.people.other.handle, cast.people.left.handle])
  await site.ask(cast.people.other, 'PUT', `/v1/notes/${things.ids.note}/like`)
  await site.ask(cast.people.left, 'DELETE', `/v1/accounts/${handle}/follow`)
  await site.ask(author, 'PUT', `/v1/accounts/${cast.people.blocked.handle}/block`)
  await site.settle()
  // Whatever is remembered of the time before is remembered now.
  await look(site, things, 'stranger', null, {}, change.name, walk)
  const pictures = await picturesOf(site, things)
  const shown = pictures[0] !== undefined && (await site.ask(null, 'GET', pictures[0])).status === 200
  const answered = await change.do(site, things, cast.people.moderator)
  // Of a picture that everybody may see, a reader whom its author blocked may have the address: it stays one for all.
  const withdrawn = change.hides !== 'answered' && !change.about ? pictures : []
  if (shown && withdrawn.length > 0) walk.slowest = Math.max(walk.slowest, await untilGone(site, withdrawn))
  await site.settle()
  const secrets = { ...(change.hides === 'answered' ? answered : things.note), ...(change.hides === 'person' ? things.person : {}) }
  for (const field of change.except ?? []) delete secrets[field]
  if (change.erases && site.kept) {
    // A comment under a deleted note is still its writer's.
    const { comment = '', ...ofNote } = things.note
    const words = Object.values(change.erases === 'note' ? ofNote : { ...ofNote, comment, ...things.person, ...things.own })
    walk.looked += words.length
    for (const url of await site.kept(words)) walk.found.push({ change: change.name, reader: 'stranger', field: 'kept', url })
  }
  const readers: [ReaderName, MarkerPerson | null][] = [
    ['stranger', null],
    ...(Object.entries(cast.people) as [ReaderName, MarkerPerson][]),
    ['author', author],
  ]
  for (const [name, who] of readers) {
    const kept = change.knows.includes(name) || (change.about && !change.about.includes(name))
    const hidden = { ...(kept ? {} : secrets), ...(name === 'author' && change.name !== 'of somebody erased' ? {} : things.own) }
    if (name === 'author' && change.hides === 'person' && kept) continue
    await look(site, things, name, who, hidden, change.name, walk)
    for (const url of kept ? [] : withdrawn) {
      walk.looked++
      if ((await site.ask(who, 'GET', url)).status < 400) walk.found.push({ change: change.name, reader: name, field: 'picture', url })
    }
  }
}

/** Longer than this no picture is waited for, ms: it is found afterwards. */
const GIVEN_UP = 10_000

/** Every address of the note's picture. */
async function picturesOf(site: MarkerSite, { author, ids }: Things): Promise<string[]> {
  const { status, body } = await site.ask(author, 'GET', `/v1/media/${ids.media}`)
  return status === 200 ? (JSON.parse(body).variants as { url: string }[]).map(({ url }) => url) : []
}

/** How long a stranger is still given any of these, in ms from now. */
async function untilGone(site: MarkerSite, urls: readonly string[]): Promise<number> {
  const from = performance.now()
  for (const url of urls) while (performance.now() - from < GIVEN_UP && (await site.ask(null, 'GET', url)).status < 400) await pause(20)
  return performance.now() - from
}

/** Asks everything there is to ask as one reader, and looks for each secret in each answer. */
async function look(
  site: MarkerSite,
  things: Things,
  reader: ReaderName,
  who: MarkerPerson | null,
  secrets: Record<string, string>,
  change: string,
  walk: MarkerWalk,
) {
  const fields = Object.entries(secrets)
  for (const url of addresses(site, things)) {
    const { body } = await site.ask(who, 'GET', url)
    walk.asked++
    const text = body.toLowerCase()
    const asked = decodeURIComponent(url).toLowerCase()
    for (const [field, secret] of fields) {
      // A page may repeat what it was asked for.
      if (asked.includes(secret)) continue
      walk.looked++
      if (text.includes(secret)) walk.found.push({ change, reader, field, url })
    }
  }
}

const SKIPPED = new Set(['/v1/text-cards/preview', '/v1/text-card-templates/:name/sample'])

function addresses(site: MarkerSite, { author, ids, note, person, own }: Things): string[] {
  const words = [note.title, note.text, note.topic, note.byHand, note.layerTopic, person.displayName, own.closedBoard].map((w) => w ?? '')
  const pools: Record<string, readonly string[]> = {
    ':id': [...new Set(Object.values(ids))].filter((id) => id !== '0'),
    ':handle': [author.handle],
    ':name': [note.topic ?? '', note.byHand ?? '', note.layerTopic ?? ''],
    ':section': ['account'],
  }
  const all: string[] = []
  const urls = [
    ...site.routes.filter((r) => r.method === 'GET' && !SKIPPED.has(r.url)),
    ...site.pages.map((url) => ({ url, asksFor: url === '/search' ? ['q'] : [] })),
  ]
  for (const { url, asksFor } of urls) {
    let filled = [url]
    for (const [param, pool] of Object.entries(pools))
      filled = filled.flatMap((u) => (u.includes(param) ? pool.map((value) => u.replace(param, encodeURIComponent(value))) : [u]))
    const queries = asksFor.includes('q')
      ? // By the whole word, and by its beginning, which no answer can repeat as the whole.
        words
          .flatMap((w) => [w, w.slice(0, -2)])
          .flatMap((q) => (asksFor.includes('type') ? ['notes', 'accounts', 'topics'].map((t) => `?q=${q}&type=${t}`) : [`?q=${q}`]))
      : asksFor.includes('url')
        ? [`?url=${encodeURIComponent(`http://localhost:3000/notes/${ids.note}`)}`]
        : asksFor.includes('sort')
          ? ['?limit=100&sort=top', '?limit=100&sort=new']
          : asksFor.includes('limit')
            ? ['?limit=100']
            : ['']
    for (const u of filled) for (const q of queries) all.push(u + q)
  }
  return all
}
