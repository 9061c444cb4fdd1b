import type { Handler } from '#server/platform/events.ts'

/** `account.deleted`: what the person left behind is taken apart by a job, piece by piece, with every counter along. */
export const onAccountDeleted: Handler<'account.deleted'> = async (ctx, tx, events) => {
  for (const { facts } of events)
    await ctx.jobs.add(tx, 'notes.erase', { accountId: facts.account }, { key: `notes.erase:${facts.account}` })
}
