import type { Route } from '#web/routes.ts'
import { type Locale, loadAllWords } from './i18n.ts'
import type { Page } from './page.ts'

const loaded = new Map<string, Page>()
/** Pages whose words are among those of the first screen; see lingui.config.js. */
const early = new Set(['explore', 'following', 'not-found', 'offline'])

/** The code of a page when it is here already: then it is drawn at once, on the server and in the first paint alike. */
export const loadedPage = (route: Route): Page | undefined => loaded.get(route.file)

/** Loads the code and the words of a page. */
export async function loadPage(route: Route, locale: Locale): Promise<Page> {
  const [{ page }] = await Promise.all([route.load(), early.has(route.file) ? undefined : loadAllWords(locale)])
  loaded.set(route.file, page)
  return page
}
