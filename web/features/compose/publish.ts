import type { Media } from '#server/rooms/media/schema.ts'
import type { EditNote, Note } from '#server/rooms/notes/schema.ts'
import { api, isProblem } from '#web/lib/api.ts'
import { cutText } from '#web/lib/cut.ts'
import { newKey, templateOf, toEdit, toPublish } from './content.ts'
import { dropLocal } from './local-copies.ts'
import { dropLocalFile } from './local-files.ts'
import type { Saver } from './saving.ts'
import { isPending, type Writing } from './writing.ts'

const BUSY_MS = 700
const BUSY_TIMES = 8

/** Resolves when no picture is on its way any more. */
export const picturesSettled = ({ store }: Writing): Promise<void> =>
  new Promise((resolve) => {
    const look = () => {
      if (store.get().attachments.some(isPending)) return
      stop()
      resolve()
    }
    const stop = store.watch(look)
    look()
  })

/**
 * Publishes what is on the desk, or saves the change of a published note. Whatever happens to the answer, the same key goes with it
 * again, so that one note is one note. A refusal is thrown and leaves everything as it was.
 */
export async function publish(writing: Writing, saver: Saver): Promise<Note> {
  await saver.flush()
  const send = () => {
    const { content } = writing.store.get()
    return once(() => api.post<Note>('/v1/notes', toPublish(content, writing.mark.draft), { idempotencyKey: content.key }))
  }
  const note = writing.edits
    ? await api.patch<Note>(`/v1/notes/${writing.edits.id}`, await editOf(writing, writing.edits))
    : await send().catch((error) => {
        // It went out before and was deleted since: to publish it once more is a new intention.
        if (!isProblem(error, 'idempotency-key-gone')) throw error
        writing.store.set({ content: { ...writing.store.get().content, key: newKey() } })
        return send()
      })
  forget(writing)
  return note
}

/** The same request is still being worked on when its first answer was lost a moment ago. */
async function once(send: () => Promise<Note>): Promise<Note> {
  for (let i = 0; ; i++) {
    try {
      return await send()
    } catch (error) {
      if (!isProblem(error, 'idempotency-key-busy') || i >= BUSY_TIMES) throw error
      await new Promise((later) => setTimeout(later, BUSY_MS))
    }
  }
}

/** Only what was changed: what is not named stays as it is. A text card with another template is drawn here. */
async function editOf({ store }: Writing, before: Note): Promise<EditNote> {
  const { content } = store.get()
  const edit = toEdit(content)
  const card = templateOf(before)
  if (before.state !== 'scheduled') delete edit.publishAt
  if (content.media.length > 0) return edit
  if (card && (!content.template || content.template === card)) return edit
  if (!content.title.trim() && !content.text.trim()) return { ...edit, media: [] }
  const { title, text, template } = content
  const words = { title: title.trim(), text: cutText(text.trim(), 2000) || title.trim(), template: template ?? 'letter' }
  const drawn = await api.post<Media>('/v1/media/text-cards', words)
  return { ...edit, media: [drawn.id] }
}

/** Nothing is left to keep on this device. */
export function forget(writing: Writing): void {
  writing.mark.over = true
  dropLocal(writing.account, writing.id)
  for (const { key } of writing.store.get().attachments) void dropLocalFile(key)
}
