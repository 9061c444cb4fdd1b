import type { Source } from '../types.ts'

const EACH = 200
const MOST_LANGUAGES = 4

/** The warmest notes in languages the reader reads, so that a small language is not drowned by a large one. */
export const language: Source = {
  name: 'language',
  *find({ byLanguage }, { languages }) {
    for (const base of languages.slice(0, MOST_LANGUAGES)) yield* byLanguage.get(base)?.slice(0, EACH) ?? []
  },
}
