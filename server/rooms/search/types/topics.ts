import { Topic } from '#server/rooms/notes/schema.ts'
import { searchTopics } from '../search-names.ts'
import type { SearchType } from '../search-type.ts'

export const type: SearchType<Topic> = { item: Topic, find: searchTopics }
