import { sql, type Tx } from '#server/platform/db.ts'
import type { Handler } from '#server/platform/events.ts'
import { cleanLine, cutText } from '#server/platform/text.ts'
import { decisionWords } from '#server/rooms/trust/index.ts'
import { dropComment } from '../comments/change.ts'
import { tellEveryone } from '../core/changes.ts'
import { removeNote } from '../write/take-down.ts'

/** `trust.decided`: carries out what was decided about notes and comments. */
export const onDecided: Handler<'trust.decided'> = async (ctx, tx, events) => {
  const said = await decisionWords(
    tx,
    events.map((e) => e.facts.decisionId),
  )
  for (const { facts } of events) {
    const { subject, action, reason, decisionId } = facts
    const words = said.get(decisionId) ?? ''
    const removal = { reason, words }
    if (subject.type === 'note' && action === 'remove') await removeNote(ctx, tx, subject.id, removal)
    if (subject.type === 'note' && action === 'content-notice') await putNotice(tx, subject.id, words)
    if (subject.type === 'comment' && action === 'remove') {
      const counts = await dropComment(ctx, tx, subject.id, removal)
      await tellEveryone(
        tx,
        counts.map((c) => c.id),
      )
    }
  }
}

async function putNotice(tx: Tx, noteId: string, words: string): Promise<void> {
  const done = await tx.run(
    sql`update note set notice = ${cutText(cleanLine(words), 120, '…')} where id = ${noteId} and root_id is null and state <> 'deleted'`,
  )
  if (done) await tellEveryone(tx, [noteId])
}
