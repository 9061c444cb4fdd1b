import type { Context } from '#server/platform/context.ts'
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
  /** A number that nobody had before, for names. */
  next(): number
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
  let made = 0
  return { ctx, app, mei, otto, bo, sam, mod, ada, next: () => made++ }
}

export const idOf = (answer: { statusCode: number; body: string }): string => {
  if (answer.statusCode >= 300) throw new Error(`${answer.statusCode} ${answer.body}`)
  return JSON.parse(answer.body).id
}

/** Things of Mei's that cases of several rooms are about, a fresh one each time. What one room alone needs is made in its own cases. */
export const things = {
  note: async (w: World, visibility: 'public' | 'followers' | 'private' = 'public') =>
    idOf(
      await w.mei.post('/v1/notes', {
        title: `Soup ${w.next()}`,
        text: 'Ginger #soup',
        media: [await picture(w.ctx, w.mei.id)],
        visibility,
      }),
    ),
  comment: async (w: World, visibility: 'public' | 'private' = 'public') => {
    const note = await things.note(w, visibility)
    return idOf(await w.mei.post(`/v1/notes/${note}/comments`, { text: `Mine ${w.next()}` }))
  },
  media: (w: World) => picture(w.ctx, w.mei.id),
}
