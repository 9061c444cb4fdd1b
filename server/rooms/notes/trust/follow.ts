import type { Context } from '#server/platform/context.ts'
import { type Queryable, sql, type Tx } from '#server/platform/db.ts'
import type { Handler } from '#server/platform/events.ts'
import { cleanLine, cutText } from '#server/platform/text.ts'
import { decisionWords, registerSubject } from '#server/rooms/trust/index.ts'
import { dropComment } from '../comments/change.ts'
import { tellEveryone } from '../core/notices.ts'
import { visible } from '../core/visible.ts'
import { commentPath } from '../schema.ts'
import { removeNote } from '../write/take-down.ts'

/** Characters of the excerpt that moderators see in the queue. */
const EXCERPT = 280

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

interface Quoted {
  author_id: string
  title: string
  text: string
  root_id: string | null
}
const quoted = (db: Queryable, id: string): Promise<Quoted | undefined> =>
  db.one<Quoted>(sql`select author_id, title, text, root_id from note where id = ${id}`)

/** Tells the trust room how notes and comments are found: only what the person who reports may see. */
export function registerSubjects(ctx: Context): void {
  for (const type of ['note', 'comment'] as const)
    registerSubject(ctx, type, async (c, viewer, id) => {
      const seen = await visible(c, viewer, id)
      if (!seen || (seen.core.rootId !== null) !== (type === 'comment')) return null
      const row = await quoted(c.db, id)
      if (!row) return null
      const excerpt = cutText([row.title, row.text].filter(Boolean).join('\n'), EXCERPT, '…')
      return { authorId: row.author_id, excerpt, link: row.root_id ? commentPath(row.root_id, id) : `/notes/${id}` }
    })
}
