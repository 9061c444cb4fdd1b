import type { Story, StoryComment, StoryNote } from '#demo/story/types.ts'
import type { Context } from '#server/platform/context.ts'
import { sql } from '#server/platform/db.ts'
import { collect, comments, like } from '#server/rooms/notes/index.ts'
import type { People } from './people.ts'
import { few, must } from './pictures.ts'

const MINUTE_MS = 60_000

/** Comments in their order, likes, collects and views: what the others did with the notes. */
export async function seedResponse(
  ctx: Context,
  story: Story,
  people: People,
  ids: ReadonlyMap<string, string>,
  say: (line: string) => void,
): Promise<void> {
  say('Letting them talk to each other …')
  const now = ctx.clock.now().getTime()
  const who = (handle: string) => {
    const found = people.get(handle)
    if (!found) throw new Error(`the story knows no @${handle}`)
    return found
  }
  const idOf = (note: StoryNote) => ids.get(note.key) ?? ''

  const speak = async (note: StoryNote, comment: StoryComment, replyTo: string | null): Promise<void> => {
    const at = new Date(Math.min(now - 1000, now - (note.minutesAgo - comment.minutesAfter) * MINUTE_MS))
    const said = { text: comment.text, ...(replyTo ? { replyTo } : {}) }
    const id = must(await comments.make(ctx, who(comment.by).viewer, idOf(note), said, { at }), comment.key)
    await Promise.all(comment.likedBy.map(async (handle) => must(await like(ctx, who(handle).viewer, id, true, 'comment'), comment.key)))
    if (comment.pinned) must(await comments.pin(ctx, who(note.author).viewer, id, true), comment.key)
    for (const reply of comment.replies) await speak(note, reply, id)
  }
  await few(story.notes, 6, async (note) => {
    for (const comment of note.comments) await speak(note, comment, null)
    await Promise.all(note.likedBy.map(async (handle) => must(await like(ctx, who(handle).viewer, idOf(note)), note.key)))
    for (const { by, board } of note.collectedBy) {
      const person = who(by)
      must(await collect(ctx, person.viewer, idOf(note), board ? person.boards.get(board) : undefined), note.key)
    }
  })
  // Views have no row of their own anywhere: the counters are all there is, the topics' included.
  const seen = story.notes.map((note) => ({ id: idOf(note), views: note.views }))
  await ctx.db.run(sql`
    with seen as (select id, views from jsonb_to_recordset(${JSON.stringify(seen)}::jsonb) as s (id bigint, views bigint)),
    counted as (update note_counter as c set views = seen.views from seen where c.note_id = seen.id)
    update topic_counter as c set views = t.views
    from (select nt.topic_id, sum(seen.views) as views from seen join note_topic as nt on nt.note_id = seen.id group by 1) as t
    where c.topic_id = t.topic_id`)
}
