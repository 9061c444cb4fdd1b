// `node scripts/check-migrations.ts`: the migration law over this checkout.
import { fileURLToPath } from 'node:url'
import { checkMigrations } from './laws/migration-law.ts'

const breaches = checkMigrations(fileURLToPath(new URL('..', import.meta.url)))
for (const { at, says } of breaches) console.error(`${at} ${says}`)
process.exit(breaches.length > 0 ? 1 : 0)
