import { securityLine } from '#server/rooms/accounts/index.ts'
import type { NotificationKind } from '../kind.ts'
import { type SecurityFacts, securityNames } from '../read.ts'

/** The owner is told of each change of how one gets in by itself, whoever they mute. Its letter is `accounts`' own: it must go out with the change. */
export const kind: NotificationKind = {
  tells: {
    'account.secured': async (events, tx) => {
      const names = await securityNames(
        tx,
        events.map((e) => e.facts.id),
      )
      return events.map(({ facts: { account, id, kind, device }, at }) => {
        const said: SecurityFacts = { kind, name: names.get(id) ?? '', device }
        return { to: account, group: `security ${id}`, actor: null, said, at }
      })
    },
  },
  says: (locale, said) => securityLine(locale, said as SecurityFacts),
}
