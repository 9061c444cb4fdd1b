import { Person } from '#server/rooms/graph/schema.ts'
import { searchAccounts } from '../search-names.ts'
import type { SearchType } from '../search-type.ts'

export const type: SearchType<Person> = { item: Person, find: searchAccounts }
