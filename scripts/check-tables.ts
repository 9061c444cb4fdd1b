// `node scripts/check-tables.ts`: no text from outside as the key of a plain object.
import { fileURLToPath } from 'node:url'
import { checkTables } from './laws/table-law.ts'

const breaches = checkTables(fileURLToPath(new URL('..', import.meta.url)))
for (const { at, says } of breaches) console.error(`${at} ${says}`)
console.log(`Table law: ${breaches.length} breaches`)
process.exit(breaches.length > 0 ? 1 : 0)
