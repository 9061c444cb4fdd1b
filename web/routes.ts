import type { Access, Chrome, Route } from './lib/page.ts'
import { matchPath } from './lib/path.ts'

const route = (path: string, file: string, load: Route['load'], access: Access = 'public', chrome: Chrome = 'full'): Route => ({
  path,
  file,
  load,
  access,
  chrome,
})

/** Every page of the site. The first one that fits wins. */
export const routes: readonly Route[] = [
  route('/', 'explore', () => import('./pages/explore.tsx')),
  route('/following', 'following', () => import('./pages/following.tsx'), 'account'),
  route('/notes/:id', 'note', () => import('./pages/note.tsx'), 'public', 'focus'),
  route('/@:handle', 'profile', () => import('./pages/profile.tsx')),
  route('/@:handle/boards', 'profile-boards', () => import('./pages/profile-boards.tsx')),
  route('/@:handle/followers', 'people', () => import('./pages/people.tsx'), 'public', 'focus'),
  route('/@:handle/following', 'people', () => import('./pages/people.tsx'), 'public', 'focus'),
  route('/boards/:id', 'board', () => import('./pages/board.tsx'), 'public', 'focus'),
  route('/topics', 'topics', () => import('./pages/topics.tsx'), 'public', 'focus'),
  route('/topics/:name', 'topic', () => import('./pages/topic.tsx'), 'public', 'focus'),
  route('/search', 'search', () => import('./pages/search.tsx')),
  route('/compose', 'compose', () => import('./pages/compose.tsx'), 'account', 'focus'),
  route('/drafts', 'drafts', () => import('./pages/drafts.tsx'), 'account', 'focus'),
  route('/messages', 'messages', () => import('./pages/messages.tsx'), 'account'),
  route('/me', 'me', () => import('./pages/me.tsx'), 'account'),
  route('/settings', 'settings', () => import('./pages/settings.tsx'), 'account', 'focus'),
  route('/settings/:section', 'settings', () => import('./pages/settings.tsx'), 'account', 'focus'),
  route('/sign-in', 'sign-in', () => import('./pages/sign-in.tsx'), 'public', 'door'),
  route('/sign-up', 'sign-up', () => import('./pages/sign-up.tsx'), 'public', 'door'),
  route('/reset', 'reset', () => import('./pages/reset.tsx'), 'public', 'door'),
  route('/setup', 'setup', () => import('./pages/setup.tsx'), 'public', 'door'),
  route('/rules', 'rules', () => import('./pages/rules.tsx'), 'public', 'focus'),
  route('/terms', 'terms', () => import('./pages/terms.tsx'), 'public', 'focus'),
  route('/moderation', 'moderation', () => import('./pages/moderation.tsx'), 'moderator', 'focus'),
  route('/admin', 'admin', () => import('./pages/admin.tsx'), 'admin', 'focus'),
  route('/offline', 'offline', () => import('./pages/offline.tsx'), 'public', 'focus'),
]

const nowhere = route('*', 'not-found', () => import('./pages/not-found.tsx'), 'public', 'focus')

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
