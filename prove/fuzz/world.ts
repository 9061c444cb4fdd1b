import { sql } from '#server/platform/db.ts'
import type { Person } from '#tests/setup/client.ts'
import { corners } from '#tests/setup/pictures.ts'
import type { Site } from '../setup/site.ts'
import type { Who } from './requests.ts'

/** A small town whose people are sent into the fire; whoever loses their account or session on the way is replaced. */
export interface World {
  /** Ids, handles, topics and cursors that mean something here. */
  known: string[]
  tokenOf(who: Who): string | undefined
  /** Brings back whoever has left, was signed out, suspended or taken their role. */
  mend(): Promise<void>
}

const roles = { person: 'person', moderator: 'moderator', admin: 'admin' } as const

export async function makeWorld(site: Site): Promise<World> {
  let count = 0
  const join = async (role: keyof typeof roles): Promise<Person> => {
    const person = await site.join(`${role}${count++}`)
    if (role !== 'person') await site.db().run(sql`update account set role = ${roles[role]} where id = ${person.id}`)
    // Who somebody is, is kept for a moment: the new role counts from a new session.
    const { json } = await site.call('POST', '/v1/sign-in', { body: { login: person.handle, password: 'plum blossom soup' } })
    return { ...person, token: json.token }
  }
  const people = { person: await join('person'), moderator: await join('moderator'), admin: await join('admin') }
  const { token } = people.person
  const made = async (path: string, body: object | FormData) => {
    const said = await site.call('POST', path, { token, body })
    if (said.status !== 201) throw new Error(`${path}: ${said.text}`)
    return said.json
  }
  const form = new FormData()
  form.set('file', new Blob([new Uint8Array(await corners(400, 300))]), 'a.png')
  const picture = await made('/v1/media', form)
  const notes: { id: string }[] = []
  for (const text of ['Soup #soup', '汤 #汤 @person0', '#constructor https://example.com/(a) 😀'])
    notes.push(await made('/v1/notes', { title: 'Soup', text }))
  notes.push(await made('/v1/notes', { title: 'Picture', text: '', media: [picture.id] }))
  const comment = await made(`/v1/notes/${notes[0]?.id}/comments`, { text: 'Good' })
  const board = await made('/v1/boards', { title: 'Board' })
  const draft = await made('/v1/drafts', { content: { title: 'Draft' } })
  const reported = await site.call('POST', '/v1/reports', {
    token: people.moderator.token,
    body: { subject: { type: 'note', id: notes[1]?.id }, reason: 'spam' },
  })
  if (reported.status !== 201) throw new Error(`a report: ${reported.text}`)
  const list = (await site.call('GET', '/v1/feed?limit=1')).json
  const variants: { url: string }[] = picture.variants
  const known = [
    ...notes.map(({ id }) => id),
    comment.id,
    board.id,
    draft.id ?? '1',
    picture.id,
    ...Object.values(people).flatMap(({ id, handle }) => [id, handle]),
    'soup',
    '汤',
    'en',
    'zh-Hans',
    list.next ?? 'x',
    ...variants.map(({ url }) => url.replace(/^.*\/media\//, '')),
  ]
  return {
    known,
    tokenOf: (who) => (who === 'nobody' ? undefined : people[who].token),
    async mend() {
      for (const who of ['person', 'moderator', 'admin'] as const) {
        const me = await site.call('GET', '/v1/me', { token: people[who].token })
        const well = me.status === 200 && me.json.role === who && !me.json.deletion && !me.json.suspended
        if (!well) people[who] = await join(who)
      }
    },
  }
}
