import { say } from '#server/platform/i18n.ts'
import type { Decide, Subject } from './schema.ts'

export type Statement = Decide & { type: Subject['type'] }

/** The statement of reasons in a language: what was done to what, on which ground, and the moderator's own words as they are. */
export function statement(
  locale: string,
  of: { action: Decide['action']; reason: Decide['reason']; words: string; type: Subject['type'] },
): string {
  const thing = say(locale, `subject.${of.type}`)
  return [
    say(locale, `statement.${of.action}`, { thing }),
    say(locale, 'statement.ground', { reason: say(locale, `reason.${of.reason}`) }),
    of.words,
  ]
    .filter(Boolean)
    .join('\n')
}
