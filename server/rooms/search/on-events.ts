import { sql } from '#server/platform/db.ts'
import type { Handler } from '#server/platform/events.ts'
import type { AccountEvents } from '#server/rooms/accounts/index.ts'
import { indexAccounts, indexTopics } from './index-names.ts'
import { indexNotes, turnNotes } from './index-notes.ts'
import { notesTopics, turnedNotes } from './read.ts'

/** `note.published`, `note.edited`, `note.deleted`: the note, and the topics it has or had. */
const onNotes: Handler<'note.published' | 'note.edited' | 'note.deleted'> = async (_ctx, tx, events) => {
  const ids = events.map((e) => e.facts.noteId)
  const had = await tx.rows<{ id: string }>(sql`
    select t.topic_id as id from search_topic as t join search_note as n on t.key = any(n.topics) where n.note_id = any(${ids}::bigint[])`)
  await indexNotes(tx, ids)
  const now = await notesTopics(tx, ids)
  await indexTopics(tx, [
    ...had.map((t) => t.id),
    ...now,
    ...events.flatMap((e) => ('topics' in e.facts ? e.facts.topics.map((t) => t.id) : [])),
  ])
}

/** Everything that happens to a person's name or standing: who opens, closes, goes or comes back takes their topics and words along. */
const onAccounts: Handler<keyof AccountEvents> = async (_ctx, tx, events) => {
  const people = events.map((e) => e.facts.account)
  await indexAccounts(tx, people)
  const notes = await turnedNotes(tx, people)
  if (notes.length === 0) return
  await turnNotes(tx, notes)
  await indexTopics(tx, await notesTopics(tx, notes))
}

/** `topic.dropped`: nothing carries it any more. */
const onTopicsDropped: Handler<'topic.dropped'> = (_ctx, tx, events) =>
  indexTopics(
    tx,
    events.flatMap((e) => e.facts.topics),
  )

/** What this room listens to, for the wiring. */
export const searchHears = { onNotes, onAccounts, onTopicsDropped }
