import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { getCatalogs } from '@lingui/cli/api'
import { getConfig } from '@lingui/conf'

const root = new URL('../', import.meta.url)
const config = getConfig({ configPath: fileURLToPath(new URL('lingui.config.js', root)) })

/** The hand-kept words of one language: every `web/i18n/<locale>/<feature>.json` together. */
function words(locale) {
  const folder = new URL(`web/i18n/${locale}/`, root)
  const all = new Map()
  for (const file of readdirSync(folder).sort()) {
    if (!file.endsWith('.json')) continue
    for (const [key, text] of Object.entries(JSON.parse(readFileSync(new URL(file, folder), 'utf8')))) {
      const had = all.get(key)
      if (had !== undefined && had !== text) throw new Error(`${locale}: ${JSON.stringify(key)} is both “${had}” and “${text}” (${file})`)
      all.set(key, text)
    }
  }
  return all
}

/**
 * Reads the sources and the hand-kept words. Answers, by locale, which messages lack a translation and which words have no message
 * any more. Catalogues on disk that do not say what they should are brought up to date.
 */
export async function collect() {
  const result = { missing: {}, unused: {}, count: 0 }
  const all = new Set()
  const used = new Set()
  const wordsOf = Object.fromEntries(config.locales.map((l) => [l, l === config.sourceLocale ? new Map() : words(l)]))
  for (const catalog of await getCatalogs(config)) {
    const messages = await catalog.collect()
    if (!messages) throw new Error('Some files cannot be read; see above.')
    for (const id of Object.keys(messages)) all.add(id)
    for (const locale of config.locales) {
      const isSource = locale === config.sourceLocale
      const own = wordsOf[locale]
      const next = {}
      for (const [id, message] of Object.entries(messages).sort(byText)) {
        const key = message.context ? `${message.message}@@${message.context}` : message.message
        used.add(key)
        const translation = isSource ? message.message : (own.get(key) ?? '')
        if (!translation) result.missing[locale] = [...(result.missing[locale] ?? []), key]
        next[id] = { ...message, translation, obsolete: false }
      }
      const now = (await catalog.read(locale)) ?? {}
      const ids = new Set([...Object.keys(now), ...Object.keys(next)])
      if (![...ids].every((id) => now[id]?.translation === next[id]?.translation)) {
        await catalog.write(locale, next)
      }
    }
  }
  for (const [locale, own] of Object.entries(wordsOf)) result.unused[locale] = [...own.keys()].filter((key) => !used.has(key))
  result.count = all.size
  for (const locale of Object.keys(result.missing)) result.missing[locale] = [...new Set(result.missing[locale])]
  return result
}

const byText = ([, a], [, b]) => (a.message < b.message ? -1 : a.message > b.message ? 1 : (a.context ?? '') < (b.context ?? '') ? -1 : 1)
