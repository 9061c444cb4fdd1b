import { knows, say } from '#server/platform/i18n.ts'
import { deviceWords } from '../sessions/device.ts'

/** What was changed and where from, as it is stored and as events carry it. */
export interface SecurityFacts {
  kind: string
  name: string
  /** `Firefox|Android`. */
  device: string
}

/** What was changed, in a sentence. */
export function securityWords(locale: string, { kind, name }: Pick<SecurityFacts, 'kind' | 'name'>): string {
  const named = `security.${kind}.named`
  if (!name || !knows(named)) return say(locale, `security.${kind}`)
  return say(locale, named, { name: kind === 'role-changed' ? say(locale, `role.${name}`) : name })
}

/** The same with the device: "A passkey was added · Firefox on Android". */
export function securityLine(locale: string, facts: SecurityFacts): string {
  const from = facts.device === '' || facts.device === '|' ? '' : ` · ${deviceWords(facts.device, locale)}`
  return `${securityWords(locale, facts)}${from}`
}
