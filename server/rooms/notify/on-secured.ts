import type { Handler } from '#server/platform/events.ts'
import { securityNames } from './read.ts'
import { tell } from './told.ts'

/** `account.secured`: the owner is told of each change by itself, whoever they mute and whatever they turned off. */
export const onSecured: Handler<'account.secured'> = async (ctx, tx, events) => {
  const names = await securityNames(
    tx,
    events.map((e) => e.facts.id),
  )
  await tell(
    ctx,
    tx,
    events.map(({ facts: { account, id, kind, device }, at }) => ({
      to: account,
      kind: 'security' as const,
      group: `security ${id}`,
      actor: null,
      decision: { kind, name: names.get(id) ?? '', device },
      at,
    })),
  )
}
