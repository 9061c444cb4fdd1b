import type { Audience, Source } from '../types.ts'

const EACH = 200
const MOST_LANGUAGES = 4

const read = ({ languages }: Audience): readonly string[] => languages.slice(0, MOST_LANGUAGES)

/** The warmest notes in languages the reader reads, so that a small language is not drowned by a large one. */
export const language: Source = {
  name: 'language',
  reason: 'language',
  same: (audience) => read(audience).join(),
  find: (_ctx, audience, { byLanguage }) => Int32Array.from(read(audience).flatMap((l) => byLanguage.get(l)?.slice(0, EACH) ?? [])),
}
