import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { own } from '#server/platform/own.ts'

/** What Vite says of one built file. */
interface Chunk {
  file: string
  css?: string[]
  imports?: string[]
}

/** A style sheet, small enough to travel inside the page: what is read first waits for nothing. */
export interface Style {
  href: string
  text: string
  /** For the content security policy. */
  hash: string
}

/** Head elements for the assets of one page, ready to be written. */
export interface PageAssets {
  styles: readonly Style[]
  /** The style sheets as they stand in the document: most of a page's bytes, the same each time. */
  sheets: Buffer
  /** Modules the page needs, each after those it imports; the last one brings the page to life (web/entry-client.tsx). */
  modules: readonly string[]
  entry: string
  /** The page's own module, among the others. */
  page: string
  /** Its catalogues: name of the group, a space, module. */
  words: readonly string[]
}

/** What carries a call of a page to our own API. */
export type Fetcher = (path: string) => Promise<Pick<Response, 'ok' | 'status' | 'statusText' | 'json' | 'text'>>

export type RenderPage = (input: { url: string; locale: string; viewer: unknown; fetcher: Fetcher }) => Promise<Rendered>

export interface PageHead {
  title: string
  description?: string
  image?: { url: string; width: number; height: number; alt: string }
  plays?: { kind: 'video' | 'audio'; url: string; type: string; width?: number; height?: number }
  canonical?: string
  type?: 'website' | 'article' | 'profile'
  hidden?: boolean
  jsonLd?: Record<string, unknown>
  embeddable?: boolean
  preload?: { srcset: string; sizes: string; type: string }
}

export interface Rendered {
  status: number
  redirect?: string
  html: string
  state: string
  head: PageHead
  file: string
  /** Where the page's list goes on: the cursor of its next part. */
  more?: string
  /** Group of pages whose words it speaks (web/routes.ts). */
  words: string
}

export interface Build {
  render: RenderPage
  /** Whether a page stands at a path. */
  isPage(path: string): boolean
  /** Folder with everything the browser may ask for. */
  folder: URL
  assetsOf(file: string, locale: string, words: string): PageAssets
}

const dist = new URL('../../../dist/', import.meta.url)
const entryKey = 'web/entry-client.tsx'
const startKey = 'web/start.tsx'

/** The built web app; null when `npm run build` has not run (tests of the API need none). */
export async function loadBuild(): Promise<Build | null> {
  let manifest: Record<string, Chunk>
  try {
    manifest = JSON.parse(readFileSync(new URL('client/.vite/manifest.json', dist), 'utf8'))
  } catch {
    return null
  }
  // The bundle is found by its address: the sources of the web app are not the server's to import.
  const { render, isPage } = (await import(new URL('server/entry-server.js', dist).href)) as Pick<Build, 'render' | 'isPage'>
  const entry = manifest[entryKey]
  const start = manifest[startKey]
  if (!entry || !start) throw new Error(`the build has no ${entryKey} or no ${startKey}`)
  const known = new Map<string, PageAssets>()
  const sheets = new Map<string, Style>()
  const sheet = (file: string): Style => {
    let style = sheets.get(file)
    if (!style) {
      const text = readFileSync(new URL(`client/${file}`, dist), 'utf8').trim()
      style = { href: `/${file}`, text, hash: `'sha256-${createHash('sha256').update(text).digest('base64')}'` }
      sheets.set(file, style)
    }
    return style
  }

  const assetsOf = (file: string, locale: string, words: string): PageAssets => {
    const key = `${file} ${locale}`
    const had = known.get(key)
    if (had) return had
    const styles = new Set<Style>()
    const modules = new Set<string>()
    const seen = new Set<string>()
    const add = (name: string) => {
      const chunk = own(manifest, name)
      if (!chunk || seen.has(name)) return
      seen.add(name)
      for (const css of chunk.css ?? []) styles.add(sheet(css))
      chunk.imports?.forEach(add)
      modules.add(`/${chunk.file}`)
    }
    const groups = [...new Set(['first', words])]
    const catalogue = (group: string) => `web/i18n/made/${group}/${locale}.po`
    for (const name of [entryKey, startKey, file, ...groups.map(catalogue)]) add(name)
    modules.delete(`/${entry.file}`)
    modules.delete(`/${start.file}`)
    modules.add(`/${start.file}`)
    const built = (name: string) => `/${own(manifest, name)?.file ?? ''}`
    const assets = {
      styles: [...styles],
      // The disabled link tells the loader of later pages that the sheet is here; nothing is fetched for it.
      sheets: Buffer.from(
        [...styles].map(({ href, text }) => `<style>${text}</style><link rel="stylesheet" href="${href}" disabled>`).join(''),
      ),
      modules: [...modules],
      entry: `/${entry.file}`,
      page: built(file),
      words: groups.map((group) => `${group} ${built(catalogue(group))}`),
    }
    known.set(key, assets)
    return assets
  }
  return { render, isPage, folder: new URL('client/', dist), assetsOf }
}
