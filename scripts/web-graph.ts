import { existsSync, globSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { allRoutes } from '../web/routes.ts'

// What belongs to which screen is asked of the sources themselves, so that it is written down once: in web/routes.ts. The catalogues
// (lingui.config.js) and the files of the build (vite.config.ts) both follow from it.

const root = path.resolve(import.meta.dirname, '..')
const atOnce = /^(?:import|export)\s(?!type\b)[^'"]*?\bfrom\s*'([^']+)'|^import\s*'([^']+)'/gm
/** A folder whose files are all imported at once: `import.meta.glob<…>('./kinds/*.tsx', { eager: true })`. */
const folders = /\bimport\.meta\.glob[^(]*\(\s*'([^']+)',\s*\{ eager: true \}/g
const later = /\bimport\(\s*'([^']+)'\s*\)/g

/** Path of one of our own modules from the root of the checkout; null for a package. */
function resolve(from: string, name: string): string | null {
  if (name.startsWith('#web/')) return `web/${name.slice(5)}`
  return name.startsWith('.') ? path.join(path.dirname(from), name) : null
}

/** All modules of ours that these import, themselves included: at once, and with `withLater` those that they load later, too. */
export function reachedFrom(entries: readonly string[], withLater = false): Set<string> {
  const found = new Set<string>()
  const visit = (file: string) => {
    if (found.has(file) || !file.startsWith('web/') || !existsSync(path.join(root, file))) return
    found.add(file)
    if (!/\.tsx?$/.test(file)) return
    const text = readFileSync(path.join(root, file), 'utf8')
    for (const pattern of withLater ? [atOnce, later] : [atOnce])
      for (const [, one, two] of text.matchAll(pattern)) {
        const next = resolve(file, one ?? two ?? '')
        if (next) visit(next)
      }
    for (const [, glob = ''] of text.matchAll(folders)) for (const next of globSync(resolve(file, glob) ?? '', { cwd: root })) visit(next)
  }
  for (const entry of entries) visit(entry)
  return found
}

const pagesOf = (words: string) => allRoutes.filter((route) => route.catalogue === words).map((route) => `web/pages/${route.file}.tsx`)
const firstEntries = () => ['web/entry-client.tsx', 'web/start.tsx', ...pagesOf('first')]

/** The modules that the first screen is made of. */
export const firstScreen = (): Set<string> => reachedFrom(firstEntries())

/** Modules outside the first screen that so many pages or more begin with. */
export function sharedBy(least: number): Set<string> {
  const first = firstScreen()
  const count = new Map<string, number>()
  for (const file of new Set(allRoutes.map((route) => route.file)))
    for (const module of reachedFrom([`web/pages/${file}.tsx`])) if (!first.has(module)) count.set(module, (count.get(module) ?? 0) + 1)
  return new Set([...count].filter(([, n]) => n >= least).map(([module]) => module))
}

/**
 * Which sources speak with which catalogue. `first`: what the first screen says. `later`: what is loaded on it when it is wanted. Then one for
 * each group of pages that web/routes.ts names. A part that several groups show is in the catalogues of all of them.
 */
export function catalogues(): Map<string, string[]> {
  const first = firstScreen()
  const without = (all: Set<string>) => [...all].filter((file) => !first.has(file))
  const groups = new Map([
    ['first', [...first]],
    ['later', without(reachedFrom(firstEntries(), true))],
  ])
  for (const words of new Set(allRoutes.map((route) => route.catalogue)))
    if (words !== 'first') groups.set(words, without(reachedFrom(pagesOf(words), true)))
  return groups
}
