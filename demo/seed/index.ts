import { rm } from 'node:fs/promises'
import path from 'node:path'
import type { Story } from '#demo/story/types.ts'
import type { Context } from '#server/platform/context.ts'
import { sql } from '#server/platform/db.ts'
import { wiring } from '#server/wiring.ts'
import { seedNotes } from './notes.ts'
import { seedPeople } from './people.ts'
import { type Draw, drawn } from './pictures.ts'
import { seedResponse } from './response.ts'
import { settleInboxes } from './settle.ts'

export interface SeedOptions {
  story: Story
  /** Draws a picture; tests give a plain one, which is quicker. */
  draw?: Draw
  /** Says how far it is, in one line. */
  say?: (line: string) => void
}

type State = 'begun' | 'done'
const stateOf = async (ctx: Context): Promise<State | null> =>
  (await ctx.db.one<{ value: State }>(sql`select value from setting where name = 'demo'`))?.value ?? null
const setState = (ctx: Context, state: State) =>
  ctx.db.run(
    sql`insert into setting (name, value) values ('demo', ${JSON.stringify(state)}::jsonb) on conflict (name) do update set value = excluded.value`,
  )

/**
 * Creates the demo community, once, through the same verbs that people use. `half`: an earlier start was killed on the way; the caller
 * clears the database (`clearHalf`) and comes again. `strangers`: people of its own live here already, so nothing is added.
 */
export async function seedDemo(ctx: Context, options: SeedOptions): Promise<'seeded' | 'there' | 'half' | 'strangers'> {
  const state = await stateOf(ctx)
  if (state === 'done') return 'there'
  if (state === 'begun') return 'half'
  const { n } = (await ctx.db.one<{ n: number }>(sql`select count(*)::int as n from account`)) ?? { n: 0 }
  if (n > 0) return 'strangers'
  await setState(ctx, 'begun')
  const say = options.say ?? (() => {})
  const draw = options.draw ?? drawn
  ctx.events.wire(wiring)
  const people = await seedPeople(ctx, options.story, draw, say)
  const notes = await seedNotes(ctx, options.story, people, draw, say)
  await seedResponse(ctx, options.story, people, notes, say)
  say('Telling everyone what happened …')
  await ctx.events.drain()
  await settleInboxes(ctx)
  await setState(ctx, 'done')
  return 'seeded'
}

/** Empties what a killed seeding left: nothing of it was ever shown to anyone. The context must be closed and opened again after it. */
export async function clearHalf(ctx: Context): Promise<void> {
  if ((await stateOf(ctx)) !== 'begun') throw new Error('only a half-made demo may be cleared')
  const tables = await ctx.db.rows<{ name: string }>(sql`
    select quote_ident(tablename) as name from pg_tables where schemaname = 'public' and tablename <> 'schema_migration'`)
  await ctx.db.run(sql`truncate ${sql.raw(tables.map((t) => t.name).join(', '))} cascade`)
  await ctx.jobs.empty()
  await rm(path.join(ctx.config.dataDir, 'media'), { recursive: true, force: true })
}
