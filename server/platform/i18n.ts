import { readdirSync, readFileSync } from 'node:fs'

/** What the server itself says (errors, e-mails, statements), one folder a language, one file a room. */
const folder = new URL('../i18n/', import.meta.url)

const catalogues = new Map<string, Map<string, string>>(
  readdirSync(folder, { withFileTypes: true })
    .filter((d) => d.isDirectory())
    .map((d) => [d.name, read(d.name)]),
)

function read(locale: string): Map<string, string> {
  const all = new Map<string, string>()
  for (const file of readdirSync(new URL(`${locale}/`, folder)).filter((f) => f.endsWith('.json'))) {
    const texts = JSON.parse(readFileSync(new URL(`${locale}/${file}`, folder), 'utf8')) as Record<string, string>
    for (const [key, text] of Object.entries(texts)) {
      if (all.has(key)) throw new Error(`server/i18n/${locale}: "${key}" is said twice`)
      all.set(key, text)
    }
  }
  return all
}

export const serverLocales: readonly string[] = [...catalogues.keys()]

/** True if the catalogues know the key. */
export const knows = (key: string, locale = 'en'): boolean => catalogues.get(locale)?.has(key) ?? false

/** Keys of a language, for the check that all languages are complete. */
export const keysOf = (locale: string): string[] => [...(catalogues.get(locale)?.keys() ?? [])]

/** Letters that are read from right to left. */
const rightToLeft = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u
/** A name inside a sentence goes its own way: between Unicode's isolates, where it needs them (decision 248). */
const isolated = (words: string): string => (rightToLeft.test(words) && !words.includes('\n') ? `\u2068${words}\u2069` : words)

/** The text of a key in a language (English where that lacks it, the key itself as a last resort), with `{name}` filled in. */
export function say(locale: string, key: string, params: Record<string, string | number> = {}): string {
  const text = catalogues.get(locale)?.get(key) ?? catalogues.get('en')?.get(key) ?? key
  return text.replace(/\{(\w+)\}/g, (all, name: string) => (Object.hasOwn(params, name) ? isolated(String(params[name])) : all))
}

/** Best interface language for an `Accept-Language` header: exact, then by script or language; English otherwise. */
export function negotiate(header: string | undefined): string {
  const wanted = (header ?? '')
    .split(',')
    .map((part) => {
      const [tag = '', ...rest] = part.trim().split(';')
      const q = rest.map((r) => /^\s*q=([\d.]+)/.exec(r)?.[1]).find(Boolean)
      return { tag: tag.trim().toLowerCase(), q: q === undefined ? 1 : Number(q) }
    })
    .filter((w) => w.tag && w.q > 0)
    .sort((a, b) => b.q - a.q)
  for (const { tag } of wanted) {
    const exact = serverLocales.find((l) => l.toLowerCase() === tag)
    if (exact) return exact
    // zh, zh-CN, zh-SG and, until there is a traditional catalogue, zh-TW and zh-HK: readable beats foreign.
    const near = serverLocales.find((l) => l.split('-')[0]?.toLowerCase() === tag.split('-')[0])
    if (near) return near
  }
  return 'en'
}
