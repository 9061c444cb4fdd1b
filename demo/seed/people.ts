import { renderAvatar } from '#demo/scenes/avatar.ts'
import type { Person, Story } from '#demo/story/types.ts'
import type { Context } from '#server/platform/context.ts'
import { sql } from '#server/platform/db.ts'
import type { Viewer } from '#server/platform/http.ts'
import { createAccount, updateAccount } from '#server/rooms/accounts/index.ts'
import { follow } from '#server/rooms/graph/index.ts'
import { still } from '#server/rooms/media/index.ts'
import type { ImageMedia } from '#server/rooms/media/schema.ts'
import { boards } from '#server/rooms/notes/index.ts'
import { type Draw, few, must, upload } from './pictures.ts'

/** Someone of the story with an account, and the boards they made by title. */
export interface Settled {
  viewer: Viewer
  boards: Map<string, string>
}
export type People = ReadonlyMap<string, Settled>

const DAY_MS = 86_400_000
const smallest = (media: ImageMedia) => still.smallest(media) ?? media.url

/** The forty, their faces, whom they follow, and their boards. */
export async function seedPeople(ctx: Context, story: Story, draw: Draw, say: (line: string) => void): Promise<People> {
  say(`Inviting ${story.people.length} people …`)
  const settled = await few(story.people, 3, (person) => settle(ctx, person, draw))
  const people = new Map(settled.map((s) => [s.viewer.handle, s]))
  const who = (handle: string) => {
    const found = people.get(handle)
    if (!found) throw new Error(`the story knows no @${handle}`)
    return found
  }
  for (const { from, to } of story.follows) must(await follow(ctx, who(from).viewer, to), `${from} follows ${to}`)
  // A private account of the story has let in whoever follows it there.
  await ctx.db.run(sql`
    with moved as (delete from follow_request returning follower_id, followed_id)
    insert into follow (follower_id, followed_id) select follower_id, followed_id from moved on conflict do nothing`)
  for (const board of story.boards) {
    const owner = who(board.owner)
    owner.boards.set(board.title, must(await boards.make(ctx, owner.viewer, { title: board.title, private: board.private }), board.title))
  }
  return people
}

async function settle(ctx: Context, person: Person, draw: Draw): Promise<Settled> {
  const about = person.oneClick ? { position: person.oneClick.order, about: person.oneClick.who } : true
  const made = await createAccount(ctx, {
    handle: person.handle,
    password: 'demo',
    displayName: person.displayName,
    locale: person.locale,
    languages: person.reads,
    bio: person.bio,
    pronouns: person.pronouns ?? '',
    place: person.place ?? '',
    private: person.private,
    role: person.role === 'member' ? 'person' : person.role,
    createdAt: new Date(ctx.clock.now().getTime() - person.joinedDaysAgo * DAY_MS),
    skipRules: true,
    demo: about,
  })
  const { id } = must(made, `@${person.handle}`)
  const viewer: Viewer = {
    accountId: id,
    handle: person.handle,
    role: person.role === 'member' ? 'person' : person.role,
    locale: person.locale,
    languages: person.reads,
    sessionId: '0',
    suspended: false,
  }
  const face = await upload(ctx, id, await renderAvatar(person.avatar))
  const banner = person.banner ? await upload(ctx, id, await draw(person.banner)) : null
  const change = {
    avatar: { id: face.id, url: smallest(face) },
    ...(banner ? { banner: { id: banner.id, url: banner.url } } : {}),
  }
  must(await updateAccount(ctx, viewer, change), `the face of @${person.handle}`)
  return { viewer, boards: new Map() }
}
