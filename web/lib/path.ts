const compiled = new Map<string, { pattern: RegExp; names: string[] }>()

/** `/notes/:id` against `/notes/7` gives `{ id: '7' }`; null when it does not fit. A name takes anything but a slash. */
export function matchPath(route: string, path: string): Record<string, string> | null {
  let form = compiled.get(route)
  if (!form) {
    const names = [...route.matchAll(/:(\w+)/g)].map((m) => m[1] as string)
    form = { names, pattern: new RegExp(`^${route.replaceAll('.', '\\.').replace(/:\w+/g, '([^/]+)')}/?$`) }
    compiled.set(route, form)
  }
  const found = form.pattern.exec(path)
  if (!found) return null
  try {
    return Object.fromEntries(form.names.map((name, i) => [name, decodeURIComponent(found[i + 1] ?? '')]))
  } catch {
    return null
  }
}

/** The element of a comment on its note's page; the server's links to comments (`commentPath`) name it too. */
export const anchorOf = (comment: string): string => `comment-${comment}`

/** Paths of pages, made in one place so that no screen spells them by hand. */
export const pathTo = {
  note: (id: string) => `/notes/${id}`,
  comment: (note: string, comment: string) => `/notes/${note}#${anchorOf(comment)}`,
  account: (handle: string) => `/@${handle}`,
  board: (id: string) => `/boards/${id}`,
  topic: (name: string) => `/topics/${encodeURIComponent(name)}`,
  search: (q: string, type?: string) => `/search?${new URLSearchParams(type ? { q, type } : { q })}`,
  signUp: '/sign-up',
  signIn: (next?: string) => (next && next !== '/' ? `/sign-in?next=${encodeURIComponent(next)}` : '/sign-in'),
}

const HERE = 'http://here.invalid'

/** Only a path of this site may be where a form leads next; what comes out is what was understood. The server's rule, see server/platform/return-path.ts. */
export function safeNext(next: string | null | undefined): string {
  if (!next || next.length > 2000 || !/^\/[^\\]*$/.test(next) || /\p{Cc}/u.test(next)) return '/'
  try {
    const url = new URL(next, HERE)
    const path = url.pathname + url.search + url.hash
    return url.origin === HERE && !/^\/(?:\/|%(?:2f|5c|0[0-9a-f]))/i.test(path) ? path : '/'
  } catch {
    return '/'
  }
}
