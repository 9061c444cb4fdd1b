// `node scripts/check-sql.ts`: the SQL law over this checkout.
import { fileURLToPath } from 'node:url'
import { checkSql } from './laws/sql-law.ts'

const { breaches, pieces } = checkSql(fileURLToPath(new URL('..', import.meta.url)))
for (const { at, says } of breaches) console.error(`${at} ${says}`)
if (pieces === 0) console.error('no SQL was found at all: the check itself is broken')
console.log(`SQL law: ${pieces} pieces of SQL read, ${breaches.length} breaches`)
process.exit(breaches.length > 0 || pieces === 0 ? 1 : 0)
