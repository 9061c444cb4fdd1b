import type { SearchType } from '#server/rooms/search/schema.ts'
import type { SearchTypeView } from './search-type.ts'

const files = import.meta.glob<{ type: SearchTypeView }>('./types/*.tsx', { eager: true })

/** Every file of `types/` by its name, in order of the tabs; a test compares them with what the server can search for. */
export const types = Object.fromEntries(
  Object.entries(files)
    .map(([file, { type }]) => [file.slice('./types/'.length, -'.tsx'.length), type] as const)
    .sort(([, a], [, b]) => a.place - b.place),
) as Readonly<Record<SearchType, SearchTypeView>>

const isType = (name: string | null): name is SearchType => name !== null && Object.hasOwn(types, name)

/** What an address asks for; notes where it says nothing that there is. */
export const typeOf = (search: URLSearchParams): SearchType => {
  const type = search.get('type')
  return isType(type) ? type : 'notes'
}
