import { setTimeout as pause } from 'node:timers/promises'
import { addressesOf, commonAddresses } from './addresses.ts'
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

/** One change with those whom it happens to. */
interface Stand {
  change: Change
  things: Things
  /** Addresses of the note's picture, and whether a stranger was given it before. */
  pictures: readonly string[]
  shown: boolean
  /** Words that became secret with the change. */
  answered: Record<string, string>
}

/** A secret that one reader must not read. */
interface Hidden {
  stand: Stand
  field: string
  word: string
}

/** Requests at once: readers do not wait for each other. */
const LANES = 8

/**
 * The walk over these changes (all of them unless said otherwise); the same seed asks the same. All of them stand side by side: everything is made, then
 * everything changed, then each reader goes once through what there is, so that what takes long (until all that follows is done, until caches have
 * forgotten) is waited for once and not once a change.
 */
export async function walkMarkers(site: MarkerSite, seed: number, which: readonly Change[] = changes): Promise<MarkerWalk> {
  const word = markers(seed)
  const cast = await meet(site, seed)
  const walk: MarkerWalk = { asked: 0, looked: 0, found: [], slowest: 0 }
  const stands: Stand[] = []
  for (const [n, change] of which.entries()) stands.push(await stand(site, word, cast, `m${seed}c${n}`, change))
  await site.settle()
  // Whatever is remembered of the time before is remembered now.
  await look(site, 'stranger', null, allAddresses(site, stands), [], walk)
  for (const one of stands) {
    one.pictures = await picturesOf(site, one.things)
    one.shown = one.pictures[0] !== undefined && (await site.ask(null, 'GET', one.pictures[0])).status === 200
  }
  for (const one of stands) {
    one.answered = (await one.change.do(site, one.things, cast.people.moderator)) ?? {}
    const gone = withdrawn(one)
    if (one.shown && gone.length > 0) walk.slowest = Math.max(walk.slowest, await untilGone(site, gone))
  }
  await site.settle()
  for (const one of stands) await lookKept(site, one, walk)
  const readers: [Exclude<ReaderName, 'author'>, MarkerPerson | null][] = [
    ['stranger', null],
    ...(Object.entries(cast.people) as [keyof Cast['people'], MarkerPerson][]),
  ]
  for (const [name, who] of readers) await read(site, stands, name, who, walk)
  for (const one of stands) await read(site, [one], 'author', one.things.author, walk)
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

async function stand(site: MarkerSite, word: () => string, { people, under }: Cast, handle: string, change: Change): Promise<Stand> {
  const author = await site.person(handle)
  for (const who of [people.follower, people.left]) await site.ask(who, 'PUT', `/v1/accounts/${handle}/follow`)
  const things = await makeThings(site, word, author, under, change.how ?? {}, [people.other.handle, people.left.handle])
  await site.ask(people.other, 'PUT', `/v1/notes/${things.ids.note}/like`)
  await site.ask(people.left, 'DELETE', `/v1/accounts/${handle}/follow`)
  await site.ask(author, 'PUT', `/v1/accounts/${people.blocked.handle}/block`)
  return { change, things, pictures: [], shown: false, answered: {} }
}

const allAddresses = (site: MarkerSite, stands: readonly Stand[]): string[] => [
  ...new Set([...commonAddresses(site), ...stands.flatMap(({ things }) => addressesOf(site, things))]),
]

/** Of a picture that everybody may see, a reader whom its author blocked may have the address: it stays one for all. */
const withdrawn = ({ change, pictures }: Stand): readonly string[] => (change.hides !== 'answered' && !change.about ? pictures : [])

/** Whether this reader may know all the same. */
const knows = ({ change }: Stand, name: ReaderName): boolean =>
  change.knows.includes(name) || (change.about !== undefined && !change.about.includes(name))

/** What this reader must not read of a stand. */
function hiddenFrom(one: Stand, name: ReaderName): Hidden[] {
  const { change, things, answered } = one
  const secrets = { ...(change.hides === 'answered' ? answered : things.note), ...(change.hides === 'person' ? things.person : {}) }
  for (const field of change.except ?? []) delete secrets[field]
  const isTheirs = name === 'author' && change.erases !== 'person'
  const all = { ...(knows(one, name) ? {} : secrets), ...(isTheirs ? {} : things.own) }
  return Object.entries(all).map(([field, word]) => ({ stand: one, field, word }))
}

/** One reader goes through all there is. */
async function read(site: MarkerSite, stands: readonly Stand[], name: ReaderName, who: MarkerPerson | null, walk: MarkerWalk) {
  if (name === 'author' && stands.every((one) => one.change.hides === 'person' && knows(one, name))) return
  const hidden = stands.flatMap((one) => hiddenFrom(one, name))
  await look(site, name, who, allAddresses(site, stands), hidden, walk)
  for (const one of stands)
    for (const url of knows(one, name) ? [] : withdrawn(one)) {
      walk.looked++
      if ((await site.ask(who, 'GET', url)).status < 400) walk.found.push({ change: one.change.name, reader: name, field: 'picture', url })
    }
}

/** What was erased must not even be kept. */
async function lookKept(site: MarkerSite, { change, things }: Stand, walk: MarkerWalk): Promise<void> {
  if (!change.erases || !site.kept) return
  // A comment under a deleted note is still its writer's.
  const { comment = '', ...ofNote } = things.note
  const words = Object.values(change.erases === 'note' ? ofNote : { ...ofNote, comment, ...things.person, ...things.own })
  walk.looked += words.length
  for (const url of await site.kept(words)) walk.found.push({ change: change.name, reader: 'stranger', field: 'kept', url })
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

/** Asks all of this as one reader, and looks for each secret in each answer. */
async function look(
  site: MarkerSite,
  reader: ReaderName,
  who: MarkerPerson | null,
  urls: readonly string[],
  hidden: readonly Hidden[],
  walk: MarkerWalk,
) {
  const waiting = urls.values()
  const lane = async () => {
    for (const url of waiting) {
      const { body } = await site.ask(who, 'GET', url)
      walk.asked++
      const text = body.toLowerCase()
      const asked = decodeURIComponent(url).toLowerCase()
      for (const { stand, field, word } of hidden) {
        // A page may repeat what it was asked for.
        if (asked.includes(word)) continue
        walk.looked++
        if (text.includes(word)) walk.found.push({ change: stand.change.name, reader, field, url })
      }
    }
  }
  await Promise.all(Array.from({ length: LANES }, lane))
}
