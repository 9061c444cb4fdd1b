import { Card } from '#server/rooms/notes/schema.ts'
import { searchNotes } from '../search-notes.ts'
import type { SearchType } from '../search-type.ts'

export const type: SearchType<Card> = { item: Card, find: searchNotes }
