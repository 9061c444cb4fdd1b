import type { Source } from '../types.ts'

const EACH = 200
const MOST_LANGUAGES = 4

/** The warmest notes in languages the reader reads, so that a small language is not drowned by a large one. */
export const language: Source = {
  name: 'language',
  find({ byLanguage }, { languages }, add) {
    for (let l = 0; l < languages.length && l < MOST_LANGUAGES; l++) {
      const notes = byLanguage.get(languages[l] as string) ?? []
      for (let n = 0; n < notes.length && n < EACH; n++) add(notes[n] as number)
    }
  },
}
