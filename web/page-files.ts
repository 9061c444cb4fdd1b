import type { Page } from './lib/page.ts'

/** Every page by its path, to be loaded. A module of its own: the names of all files grow with the site, and the first screen needs none of them. */
export const pageFiles = import.meta.glob<{ page: Page }>('./pages/*.tsx')
