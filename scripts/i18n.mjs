// Collects every message of the web app into web/i18n/made/<group of pages>/<locale>.po and fills in the translations that people keep, one file a
// feature, in web/i18n/<locale>/<feature>.json: { "English message": "译文" } (where a message has a context: "Message@@context").
// Run it after adding a message; it says what still lacks a translation. The .po files are made (by the build, too) and never edited by hand.
import { collect } from './i18n-collect.mjs'

const { missing, unused, count } = await collect()
for (const [locale, keys] of Object.entries(unused))
  for (const key of keys) console.warn(`${locale}: no longer used: ${JSON.stringify(key)}`)
for (const [locale, keys] of Object.entries(missing))
  for (const key of keys) console.error(`${locale}: not translated: ${JSON.stringify(key)}`)
console.log(`${count} messages, ${Object.values(missing).flat().length} without a translation`)
