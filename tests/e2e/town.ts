import sharp from 'sharp'
import { seedDemo } from '#demo/seed/index.ts'
import { story } from '#demo/story/index.ts'
import type { Story, StoryComment } from '#demo/story/types.ts'
import type { Context } from '#server/platform/context.ts'
import { sql } from '#server/platform/db.ts'

const dwellers = ['xiaoman', 'juzuo', 'chen.laoshi', 'meilin', 'tess', 'amina', 'dale', 'grace.lee', 'ada', 'owen']
const lives = (handle: string) => dwellers.includes(handle)
const commentsHere = (comments: readonly StoryComment[]): StoryComment[] =>
  comments
    .filter((comment) => lives(comment.by))
    .map((comment) => ({ ...comment, likedBy: comment.likedBy.filter(lives), replies: commentsHere(comment.replies) }))

/** Ten of the story's people (a moderator, an administrator and a private one among them) with what they wrote to one another. */
export const town: Story = {
  people: story.people.filter((person) => lives(person.handle)),
  follows: story.follows.filter(({ from, to }) => lives(from) && lives(to)),
  boards: story.boards.filter((board) => lives(board.owner)),
  notes: story.notes
    .filter((note) => lives(note.author))
    .map((note) => ({
      ...note,
      media: note.media.slice(0, 3),
      likedBy: note.likedBy.filter(lives),
      collectedBy: note.collectedBy.filter(({ by }) => lives(by)),
      comments: commentsHere(note.comments),
    })),
}

const sizes = { '3:4': [600, 800], '1:1': [700, 700], '4:3': [800, 600] } as const

/** Fills a site with the town. Its pictures are plain sheets of colour: quick to draw, of every shape. */
export async function seedTown(ctx: Context): Promise<void> {
  await seedDemo(ctx, {
    story: town,
    draw: ({ seed, scene, ratio }) => {
      const [width, height] = sizes[ratio]
      const background = { r: (seed * 53) % 256, g: (scene.length * 29) % 256, b: 120 }
      return sharp({ create: { width, height, channels: 3, background } })
        .jpeg()
        .toBuffer()
    },
  })
}

/** The account of one of them. */
export async function idOf(ctx: Context, handle: string): Promise<string> {
  const account = await ctx.db.one<{ id: string }>(sql`select id from account where handle = ${handle}`)
  if (!account) throw new Error(`nobody here is called @${handle}`)
  return account.id
}

/** A public note of somebody's that fits, by the story's words. */
export async function noteOf(ctx: Context, title: string): Promise<string> {
  const note = await ctx.db.one<{ id: string }>(sql`select id from note where title = ${title} and root_id is null`)
  if (!note) throw new Error(`no note is called ${title}`)
  return note.id
}
