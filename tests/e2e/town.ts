import * as fs from 'node:fs/promises'
import path from 'node:path'
import sharp from 'sharp'
import { inject } from 'vitest'
import { seedDemo } from '#demo/seed/index.ts'
import { story } from '#demo/story/index.ts'
import type { Story, StoryComment } from '#demo/story/types.ts'
import type { Context } from '#server/platform/context.ts'
import { sql } from '#server/platform/db.ts'
import { copyDatabase, reach, testContext, testFolder, testServer } from '#tests/setup/database.ts'
import { withClient } from '#tests/setup/database-server.ts'
import { openSite, type Site } from './site.ts'

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
const seedTown = (ctx: Context) =>
  seedDemo(ctx, {
    story: town,
    draw: ({ seed, scene, ratio }) => {
      const [width, height] = sizes[ratio]
      const background = { r: (seed * 53) % 256, g: (scene.length * 29) % 256, b: 120 }
      return sharp({ create: { width, height, channels: 3, background } })
        .jpeg()
        .toBuffer()
    },
  })

/** One number for those who would make the town at the same time. */
const lock = 7_201_455_002n

/**
 * The town as its seeding left it: a database and a data folder to copy, and nothing that runs. The first test file of a run that asks makes it,
 * under a lock that a killed process gives back; whatever it left half made has another name and is made anew.
 */
async function makeTown(): Promise<{ database: string; dataDir: string }> {
  const { connection, template } = await testServer()
  const made = { database: `${template}_town`, dataDir: path.join(inject('testRun'), 'town') }
  await withClient(connection, async (client) => {
    await client.query('select pg_advisory_lock($1)', [lock])
    const { rows } = await client.query('select 1 from pg_database where datname = $1', [made.database])
    if (rows.length > 0) return
    const half = `${made.database}_half`
    await client.query(`drop database if exists ${half} with (force)`)
    await client.query(`create database ${half} template ${template} strategy file_copy`)
    await fs.rm(made.dataDir, { recursive: true, force: true })
    const ctx = await testContext({ database: reach(connection, half), config: { dataDir: made.dataDir, demo: true } })
    await seedTown(ctx)
    await ctx.stop()
    await client.query(`alter database ${half} rename to ${made.database}`)
  })
  return made
}

/** The same files under other names: stored files are never written to again, only replaced. */
async function linkFolder(from: string, to: string): Promise<void> {
  await fs.mkdir(to, { recursive: true, mode: 0o700 })
  for (const entry of await fs.readdir(from, { withFileTypes: true })) {
    const [source, target] = [path.join(from, entry.name), path.join(to, entry.name)]
    await (entry.isDirectory() ? linkFolder(source, target) : fs.link(source, target))
  }
}

/** A whole site where the town's people live, and a browser. */
export async function openTown(): Promise<Site> {
  const made = await makeTown()
  const dataDir = testFolder()
  await linkFolder(made.dataDir, dataDir)
  return openSite(undefined, { database: await copyDatabase(made.database), dataDir })
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
