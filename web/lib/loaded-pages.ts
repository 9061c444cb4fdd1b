import { type Locale, loadAllWords } from './i18n.ts'
import type { Page, Route } from './page.ts'

const loaded = new Map<string, Page>()
/** What was last asked for, also when it could not be had. */
const asked = new Map<string, Promise<Page>>()
/** Pages whose words are among those of the first screen; see lingui.config.js. */
const early = new Set(['explore', 'following', 'not-found', 'offline'])

/** The code of a page when it is here already: then it is drawn at once, on the server and in the first paint alike. */
export const loadedPage = (route: Route): Page | undefined => loaded.get(route.file)

/** Loads the code and the words of a page; one that failed before is tried again. */
export function loadPage(route: Route, locale: Locale): Promise<Page> {
  const loading = (async () => {
    const [{ page }] = await Promise.all([route.load(), early.has(route.file) ? undefined : loadAllWords(locale)])
    loaded.set(route.file, page)
    return page
  })()
  asked.set(route.file, loading)
  return loading
}

/** What is being loaded, or has failed: drawing asks again and again, and a page that cannot be had must be told, not asked for without end. */
export const pageOnItsWay = (route: Route, locale: Locale): Promise<Page> => asked.get(route.file) ?? loadPage(route, locale)
