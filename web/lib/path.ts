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

/** Paths of pages, made in one place so that no screen spells them by hand. */
export const pathTo = {
  note: (id: string) => `/notes/${id}`,
  account: (handle: string) => `/@${handle}`,
  board: (id: string) => `/boards/${id}`,
  topic: (name: string) => `/topics/${encodeURIComponent(name)}`,
  search: (q: string, type?: string) => `/search?${new URLSearchParams(type ? { q, type } : { q })}`,
  signUp: '/sign-up',
  signIn: (next?: string) => (next && next !== '/' ? `/sign-in?next=${encodeURIComponent(next)}` : '/sign-in'),
}

/** Only a path of this site may be where a form leads next. */
export const safeNext = (next: string | null | undefined): string => (next && /^\/(?![/\\])/.test(next) ? next : '/')
