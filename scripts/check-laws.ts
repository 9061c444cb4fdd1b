// `node scripts/check-laws.ts`: the import law and the laws of state, direction and names over this checkout. (The SQL law: check-sql.ts.)
import { fileURLToPath } from 'node:url'
import { checkDirection } from './laws/direction-law.ts'
import { checkImports } from './laws/import-law.ts'
import { checkNames } from './laws/names-law.ts'
import { checkState } from './laws/state-law.ts'

const root = fileURLToPath(new URL('..', import.meta.url))
const { breaches, modules } = await checkImports(root)
const all = [...breaches, ...checkState(root), ...checkDirection(root), ...checkNames(root)]
for (const { at, says } of all) console.error(`${at} ${says}`)
if (modules < 50) console.error(`only ${modules} modules were read: the check itself is broken`)
console.log(`Import law: ${modules} modules read, ${all.length} breaches`)
process.exit(all.length > 0 || modules < 50 ? 1 : 0)
