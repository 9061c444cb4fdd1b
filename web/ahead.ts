import { type Locale, loadCatalogue } from './lib/i18n.ts'
import { pathTo } from './lib/path.ts'
import { loadedPage, loadPage } from './loaded-pages.ts'
import { findRoute } from './routes.ts'

/**
 * What the reader most likely wants next, fetched while nothing else is asked for: the page of a note, what a tap on a heart does, the words of
 * the parts that open above a page. Somebody who counts every byte gets it with the tap.
 */
export async function prepare(locale: Locale): Promise<void> {
  if ((navigator as Navigator & { connection?: { saveData?: boolean } }).connection?.saveData) return
  const { route } = findRoute(pathTo.note('1'))
  await Promise.all([loadedPage(route) ?? loadPage(route, locale), import('./features/notes/like.ts'), loadCatalogue(locale, 'later')])
}
