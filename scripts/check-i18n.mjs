// Fails when a message of the web app lacks its translation, or a translation its message.
import { collect } from './i18n-collect.mjs'

const { missing, unused, count } = await collect()
const lines = [
  ...Object.entries(missing).flatMap(([locale, keys]) => keys.map((key) => `${locale}: not translated: ${JSON.stringify(key)}`)),
  ...Object.entries(unused).flatMap(([locale, keys]) => keys.map((key) => `${locale}: no longer used: ${JSON.stringify(key)}`)),
]
for (const line of lines) console.error(line)
if (count === 0) console.error('No message was read at all: the extraction is broken.')
if (lines.length > 0 || count === 0) process.exit(1)
console.log(`${count} messages in every catalogue`)
