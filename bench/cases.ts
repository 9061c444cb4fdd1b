import type pg from 'pg'
import { type Size, tokenOf } from './fill/fill.ts'
import { chineseWord, dice, englishWord } from './fill/words.ts'
import type { Ask } from './load/requests.ts'

export interface Case {
  name: string
  asks: Ask[]
  /** Set for rows that are compared with the bare route. */
  ofCeiling?: boolean
  /** What the issue asks for, requests a second. */
  target?: number
  /** Looks afterwards whether what was written is right; throws if not. */
  check?: (db: pg.Client) => Promise<void>
}

const many = (n: number, make: (i: number) => Ask): Ask[] => Array.from({ length: n }, (_, i) => make(i))
const language = (tag: string) => ({ 'accept-language': tag })
/** As browsers ask for a page: compression costs its server more than drawing does. */
const asBrowsers = { accept: 'text/html', 'accept-encoding': 'gzip, deflate, br, zstd' }

// Frequent words (in every twentieth note), longer runs, and rare ones.
const chineseWords = [
  '猫咪',
  '咖啡',
  '手冲咖啡',
  '火锅',
  '阳台上的番茄',
  '學寫毛筆字',
  '今天',
  ...[3, 20, 90, 400, 1500, 2500, 4000, 5500].map(chineseWord),
]
const englishWords = [
  'noodles',
  'cat',
  'sourdough starter',
  'camping trip',
  'pancakes',
  '成都 noodles',
  'learning',
  ...[3, 20, 90, 400, 1500, 2500, 4000, 5500].map(englishWord),
]
const typed = [
  't',
  'ti',
  'tik',
  'pet',
  'p',
  'ca',
  'coff',
  '猫',
  '咖',
  '咖啡',
  'h',
  'home',
  '王',
  'te',
  'noah',
  'le',
  '火',
  'the',
  '#s',
  '@m',
]

/** Every row of the table. `notes` are ids of public notes, the best liked first. */
export function casesOf(size: Size, notes: readonly string[], topics: readonly string[]): Case[] {
  const pick = dice(20_261_121)
  const some = <T>(list: readonly T[]): T => list[pick(list.length)] as T
  const readers = Math.min(3000, size.sessions)
  const person = (i: number) => tokenOf((i * 7919) % readers)
  const hot = notes[0] as string
  const spread = notes.slice(0, 20_000)
  // The second half undoes the first, so that a long run never runs out of likes to give.
  const likes = (of: (i: number) => string): Ask[] => {
    const put = many(size.sessions, (i) => ({ method: 'PUT', path: `/v1/notes/${of(i)}/like`, token: tokenOf(i) }))
    return [...put, ...put.map((ask): Ask => ({ ...ask, method: 'DELETE' }))]
  }
  return [
    { name: 'feed, signed out (JSON)', asks: [{ method: 'GET', path: '/v1/feed', headers: language('en') }], ofCeiling: true },
    {
      name: 'feed, personal (JSON)',
      asks: many(readers, (i) => ({ method: 'GET', path: '/v1/feed', token: person(i) })),
      target: 1500,
    },
    { name: 'following (JSON)', asks: many(readers, (i) => ({ method: 'GET', path: '/v1/feed/following', token: person(i) })) },
    {
      name: 'feed page (HTML)',
      asks: many(2, (i) => ({ method: 'GET', path: '/', headers: { ...language(i ? 'zh-CN' : 'en'), ...asBrowsers } })),
      target: 800,
    },
    { name: 'note (JSON)', asks: many(5000, () => ({ method: 'GET', path: `/v1/notes/${some(notes)}` })) },
    {
      name: 'note page (HTML)',
      asks: many(1000, () => ({ method: 'GET', path: `/notes/${some(notes)}`, headers: { ...language('en'), ...asBrowsers } })),
      target: 900,
    },
    {
      name: 'note page, signed in (HTML)',
      asks: many(1000, (i) => ({ method: 'GET', path: `/notes/${some(notes)}`, token: person(i), headers: asBrowsers })),
    },
    {
      name: 'topic notes (JSON)',
      asks: many(200, () => ({ method: 'GET', path: `/v1/topics/${encodeURIComponent(some(topics))}/notes` })),
    },
    {
      name: 'search, Chinese, signed out',
      asks: many(500, () => ({ method: 'GET', path: `/v1/search?q=${encodeURIComponent(some(chineseWords))}` })),
    },
    {
      name: 'search, English, signed out',
      asks: many(500, () => ({ method: 'GET', path: `/v1/search?q=${encodeURIComponent(some(englishWords))}` })),
    },
    {
      name: 'search, Chinese, signed in',
      asks: many(500, (i) => ({ method: 'GET', path: `/v1/search?q=${encodeURIComponent(some(chineseWords))}`, token: person(i) })),
    },
    { name: 'suggestions', asks: typed.map((q) => ({ method: 'GET', path: `/v1/search/suggestions?q=${encodeURIComponent(q)}` })) },
    { name: 'like, one hot note', asks: likes(() => hot), target: 1200, check: likesEqualRows },
    { name: 'like, spread', asks: likes((i) => spread[(i * 104_729) % spread.length] as string), target: 1200, check: likesEqualRows },
    {
      name: 'views (10 a call)',
      asks: many(2000, () => ({
        method: 'POST',
        path: '/v1/views',
        body: JSON.stringify({ items: Array.from({ length: 10 }, () => ({ note: some(notes), ms: 900 })) }),
      })),
    },
  ]
}

/** Every note's counter says how many rows there are. */
async function likesEqualRows(db: pg.Client): Promise<void> {
  const { rows } = await db.query<{ n: string }>(
    `select count(*) as n from note_counter as c left join (select note_id, count(*)::int as n from note_like group by 1) as l using (note_id)
     where c.likes <> coalesce(l.n, 0)`,
  )
  if (rows[0]?.n !== '0') throw new Error(`${rows[0]?.n} like counters do not equal their rows`)
}
