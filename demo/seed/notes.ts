import type { Story, StoryNote } from '#demo/story/types.ts'
import type { Context } from '#server/platform/context.ts'
import { notes } from '#server/rooms/notes/index.ts'
import type { People } from './people.ts'
import { type Draw, few, must, upload } from './pictures.ts'

const MINUTE_MS = 60_000
const comments = { everyone: 'open', followers: 'followers', nobody: 'off' } as const

/** Draws and publishes the notes, oldest first; answers their ids by the story's keys. */
export async function seedNotes(ctx: Context, story: Story, people: People, draw: Draw, say: (line: string) => void) {
  const now = ctx.clock.now().getTime()
  const pictures = story.notes.reduce((sum, note) => sum + note.media.length, 0)
  let done = 0
  let told = 0
  const step = (): void => {
    done++
    const tenth = Math.floor((done / Math.max(1, pictures)) * 10)
    if (tenth > told) {
      told = tenth
      say(`Drawing pictures: ${done} of ${pictures}`)
    }
  }
  const ids = await few(story.notes, 3, async (note): Promise<[string, string]> => {
    const author = people.get(note.author)
    if (!author) throw new Error(`the story knows no @${note.author}`)
    const media: string[] = []
    for (const picture of note.media) {
      media.push((await upload(ctx, author.viewer.accountId, await draw(picture), picture.alt)).id)
      step()
    }
    const input = { ...inputOf(note), media }
    const id = must(await notes.publish(ctx, author.viewer, input, { at: new Date(now - note.minutesAgo * MINUTE_MS) }), note.key)
    return [note.key, id]
  })
  return new Map(ids)
}

/** What the story hints at, as templates: several for each, so that the feed shows them all. */
const templates: Readonly<Record<string, readonly string[]>> = {
  plain: ['blank', 'quote', 'poster', 'dusk', 'gingham'],
  letter: ['letter', 'jade', 'columns', 'night'],
  notebook: ['notebook', 'sticky', 'chalkboard'],
  grid: ['manuscript', 'candy', 'newspaper'],
  stub: ['ticket', 'chat'],
}

function templateOf({ card, key }: StoryNote): string | null {
  const fitting = card ? (templates[card] ?? [card]) : []
  return fitting[[...key].reduce((sum, letter) => sum + letter.charCodeAt(0), 0) % Math.max(1, fitting.length)] ?? null
}

const inputOf = (note: StoryNote) => ({
  title: note.title,
  text: note.text,
  topics: note.topics,
  language: note.language,
  layer: note.layer,
  visibility: note.visibility,
  comments: comments[note.commentsFrom],
  notice: note.contentNotice,
  aiMade: note.aiMade,
  ...(note.card ? { textCard: templateOf(note) ?? '' } : {}),
})
