import type { MarkerSite } from './site.ts'
import type { Things } from './things.ts'

const SKIPPED = new Set(['/v1/text-cards/preview', '/v1/text-card-templates/:name/sample'])

/** What each kind of page is asked for with: a page of an id that is of another kind is the same "not there" each time. */
const PAGES: Record<string, readonly (keyof Things['ids'])[]> = {
  '/notes/:id': ['note', 'comment', 'under'],
  '/boards/:id': ['board', 'closed'],
}

interface Asked {
  url: string
  asksFor: readonly string[]
}
const asked = (site: MarkerSite): Asked[] => [
  ...site.routes.filter((r) => r.method === 'GET' && !SKIPPED.has(r.url)),
  ...site.pages.map((url) => ({ url, asksFor: url === '/search' ? ['q'] : [] })),
]
const isCommon = ({ url, asksFor }: Asked): boolean => !url.includes(':') && !asksFor.some((name) => name === 'q' || name === 'url')

/** How a list is asked for: whole, and in each of its orders. */
const ordersOf = (asksFor: readonly string[]): readonly string[] =>
  asksFor.includes('sort') ? ['?limit=100&sort=top', '?limit=100&sort=new'] : asksFor.includes('limit') ? ['?limit=100'] : ['']

/** What is the same whoever's things are looked for. */
export const commonAddresses = (site: MarkerSite): string[] =>
  asked(site)
    .filter(isCommon)
    .flatMap(({ url, asksFor }) => ordersOf(asksFor).map((q) => url + q))

/** What is about these things: every route with every id and name of theirs, and every search with their words. */
export function addressesOf(site: MarkerSite, { author, ids, note, person, own }: Things): string[] {
  const words = [note.title, note.text, note.topic, note.byHand, note.layerTopic, person.displayName, own.closedBoard].map((w) => w ?? '')
  const there = (all: readonly string[]) => [...new Set(all)].filter((id) => id !== '0')
  const pools = (url: string): Record<string, readonly string[]> => ({
    ':id': there(PAGES[url]?.map((kind) => ids[kind]) ?? Object.values(ids)),
    ':handle': [author.handle],
    ':name': [note.topic ?? '', note.byHand ?? '', note.layerTopic ?? ''],
    ':section': ['account'],
  })
  return asked(site)
    .filter((one) => !isCommon(one))
    .flatMap(({ url, asksFor }) => {
      let filled = [url]
      for (const [param, pool] of Object.entries(pools(url)))
        filled = filled.flatMap((u) => (u.includes(param) ? pool.map((value) => u.replace(param, encodeURIComponent(value))) : [u]))
      const queries = asksFor.includes('q')
        ? // By the whole word, and by its beginning, which no answer can repeat as the whole.
          words
            .flatMap((w) => [w, w.slice(0, -2)])
            .flatMap((q) => (asksFor.includes('type') ? ['notes', 'accounts', 'topics'].map((t) => `?q=${q}&type=${t}`) : [`?q=${q}`]))
        : asksFor.includes('url')
          ? [`?url=${encodeURIComponent(`${site.origin}/notes/${ids.note}`)}`]
          : ordersOf(asksFor)
      return filled.flatMap((u) => queries.map((q) => u + q))
    })
}
