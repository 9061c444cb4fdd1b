import type { Context } from '#server/platform/context.ts'
import { sql } from '#server/platform/db.ts'
import type { App } from '#server/platform/http.ts'
import { suspendAccount } from '#server/rooms/accounts/index.ts'
import { wiring } from '#server/wiring.ts'
import { testContext } from '#tests/setup/database.ts'
import { picture } from '#tests/setup/notes.ts'
import { type Someone, testApp, testPeople } from '#tests/setup/people.ts'

/** Mei owns things; Otto is anybody; Bo is blocked by her; Sam is suspended; Ada looks after the site. */
export interface World {
  ctx: Context
  app: App
  mei: Someone
  otto: Someone
  bo: Someone
  sam: Someone
  mod: Someone
  ada: Someone
}

export async function openWorld(): Promise<World> {
  const ctx = await testContext()
  ctx.events.wire(wiring)
  const app = await testApp(ctx)
  const [mei, otto, bo, sam, mod, ada] = (await testPeople(ctx, app, [
    'mei',
    'otto',
    'bo',
    'sam',
    { handle: 'mod', role: 'moderator' },
    { handle: 'ada', role: 'admin' },
  ])) as [Someone, Someone, Someone, Someone, Someone, Someone]
  await mei.put('/v1/accounts/bo/block')
  const done = await suspendAccount(ctx, null, sam.id, 'Spam, in three languages')
  if (!done.ok) throw new Error(done.problem.code)
  return { ctx, app, mei, otto, bo, sam, mod, ada }
}

const idOf = (answer: { statusCode: number; body: string }): string => {
  if (answer.statusCode >= 300) throw new Error(`${answer.statusCode} ${answer.body}`)
  return JSON.parse(answer.body).id
}

let titles = 0
/** Things of Mei's, a fresh one each time. */
export const things = {
  note: async (w: World, visibility: 'public' | 'followers' | 'private' = 'public') =>
    idOf(
      await w.mei.post('/v1/notes', {
        title: `Soup ${titles++}`,
        text: 'Ginger #soup',
        media: [await picture(w.ctx, w.mei.id)],
        visibility,
      }),
    ),
  comment: async (w: World, visibility: 'public' | 'private' = 'public') => {
    const note = await things.note(w, visibility)
    return idOf(await w.mei.post(`/v1/notes/${note}/comments`, { text: `Mine ${titles++}` }))
  },
  board: async (w: World, isPrivate = false) => idOf(await w.mei.post('/v1/boards', { title: `Board ${titles++}`, private: isPrivate })),
  draft: async (w: World) => idOf(await w.mei.post('/v1/drafts', { content: { title: 'Not yet' }, version: 0 })),
  media: (w: World) => picture(w.ctx, w.mei.id),
  filter: async (w: World) => idOf(await w.mei.post('/v1/me/filters', { kind: 'word', value: `word${titles++}` })),
  session: async (w: World) =>
    (await w.ctx.db.one<{ id: string }>(sql`select id from session where account_id = ${w.mei.id} order by id limit 1`))?.id ?? '',
  case: async (w: World) => {
    const note = await things.note(w)
    await w.otto.post('/v1/reports', { subject: { type: 'note', id: note }, reason: 'spam' })
    await w.ctx.events.drain()
    const cases = (await w.mod.get('/v1/moderation/cases')).json() as { items: { id: string; subject: { id: string } }[] }
    return cases.items.find((c) => c.subject.id === note)?.id ?? ''
  },
}
