import type { MessageDescriptor } from '@lingui/core'
import { msg } from '@lingui/core/macro'
import type { Case } from '#server/rooms/trust/schema.ts'

type Reason = Case['reports'][number]['reason']
type Action = NonNullable<Case['decision']>['action']

/** The reasons of reports and decisions, in words. */
export const reasonWords: Record<Reason, MessageDescriptor> = {
  spam: msg`Spam`,
  harassment: msg`Harassment or bullying`,
  hate: msg`Hate`,
  sexual: msg`Sexual content`,
  violence: msg`Violence`,
  'self-harm': msg`Self-harm`,
  minors: msg`Endangers minors`,
  illegal: msg`Against the law`,
  privacy: msg`Exposes someone’s private life`,
  'false-recommendation': msg`Paid or fake recommendation`,
  impersonation: msg`Pretends to be someone else`,
  other: msg`Something else`,
}

export const actionWords: Record<Action, MessageDescriptor> = {
  none: msg`Leave it`,
  remove: msg`Remove it`,
  'content-notice': msg`Put a content notice on it`,
  suspend: msg`Suspend the account`,
}
