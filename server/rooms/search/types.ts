import { type SearchType as Name, searchTypes } from './schema.ts'
import type { SearchType } from './search-type.ts'

const load = async (name: Name) => [name, ((await import(`./types/${name}.ts`)) as { type: SearchType }).type] as const

/** Everything that schema.ts says can be searched for; the server does not start without the file of one. */
export const types = Object.fromEntries(await Promise.all(searchTypes.map(load))) as Readonly<Record<Name, SearchType>>
