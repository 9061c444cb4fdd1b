import type { Context } from '#server/platform/context.ts'
import { type Queryable, sql } from '#server/platform/db.ts'
import { cutText } from '#server/platform/text.ts'
import { registerSubject } from '#server/rooms/trust/index.ts'
import { visible } from '../core/visible.ts'
import { commentPath } from '../schema.ts'

/** Characters of the excerpt that moderators see in the queue. */
const EXCERPT = 280

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
