import type { Access, Chrome, Route } from './lib/page.ts'
import { matchPath } from './lib/path.ts'

const route = (path: string, file: string, catalogue: string, access: Access = 'public', chrome: Chrome = 'full'): Route => ({
  path,
  file,
  catalogue,
  access,
  chrome,
})

/**
 * Every page of the site: path, file, catalogue of its words, who may see it, what stands around it. The first one that fits wins. This list is the
 * only one: the first screen is what the pages of `first` are made of, in the build and in the catalogues (scripts/web-graph.ts).
 */
export const routes: readonly Route[] = [
  route('/', 'explore', 'first'),
  route('/following', 'following', 'first', 'account'),
  route('/notes/:id', 'note', 'reading', 'public', 'focus'),
  route('/@:handle', 'profile', 'reading'),
  route('/@:handle/boards', 'profile-boards', 'reading'),
  route('/@:handle/followers', 'people', 'reading', 'public', 'focus'),
  route('/@:handle/following', 'people', 'reading', 'public', 'focus'),
  route('/boards/:id', 'board', 'reading', 'public', 'focus'),
  route('/topics', 'topics', 'reading', 'public', 'focus'),
  route('/topics/:name', 'topic', 'reading', 'public', 'focus'),
  route('/search', 'search', 'reading'),
  route('/compose', 'compose', 'writing', 'account', 'focus'),
  route('/drafts', 'drafts', 'writing', 'account', 'focus'),
  route('/messages', 'messages', 'own', 'account'),
  route('/me', 'me', 'own', 'account'),
  route('/settings', 'settings', 'own', 'account', 'focus'),
  route('/settings/:section', 'settings', 'own', 'account', 'focus'),
  route('/sign-in', 'sign-in', 'doors', 'public', 'door'),
  route('/sign-up', 'sign-up', 'doors', 'public', 'door'),
  route('/reset', 'reset', 'doors', 'public', 'door'),
  route('/setup', 'setup', 'doors', 'public', 'door'),
  route('/rules', 'rules', 'doors', 'public', 'focus'),
  route('/terms', 'terms', 'doors', 'public', 'focus'),
  route('/moderation', 'moderation', 'care', 'moderator', 'focus'),
  route('/admin', 'admin', 'care', 'admin', 'focus'),
  route('/offline', 'offline', 'first', 'public', 'focus'),
]

const nowhere = route('*', 'not-found', 'reading', 'public', 'focus')

export const allRoutes: readonly Route[] = [...routes, nowhere]

export interface Found {
  route: Route
  params: Record<string, string>
}

/** The page that answers a path; the 404 page when none does. */
export function findRoute(path: string): Found {
  for (const candidate of routes) {
    const params = matchPath(candidate.path, path)
    if (params) return { route: candidate, params }
  }
  return { route: nowhere, params: {} }
}
