import type { MarkerPerson, MarkerSite } from './site.ts'

/** What somebody made, by the field each word was put in. */
export interface Things {
  author: MarkerPerson
  /** Ids by what they are of. */
  ids: Record<'note' | 'comment' | 'under' | 'elsewhere' | 'board' | 'closed' | 'draft' | 'media', string>
  /** Field → marker. Those of the note first. */
  note: Record<string, string>
  /** Also hidden when everything of the person is: profile, open boards, comments under others' notes. */
  person: Record<string, string>
  /** Nobody's business whatever happens: drafts, closed boards. */
  own: Record<string, string>
}

const idOf = ({ status, body }: { status: number; body: string }): string => {
  if (status >= 300) throw new Error(`${status} ${body.slice(0, 300)}`)
  return body ? (JSON.parse(body).id ?? '') : ''
}

/** A person with one thing of each kind, a marker in each of their fields. `how` goes into the note, which names those of `named`. */
export async function makeThings(
  site: MarkerSite,
  word: () => string,
  author: MarkerPerson,
  under: string,
  how: object,
  named: readonly string[] = [],
): Promise<Things> {
  const fields = (...names: string[]) => Object.fromEntries(names.map((name) => [name, word()]))
  const note = fields('title', 'text', 'topic', 'byHand', 'notice', 'layerTitle', 'layerText', 'layerTopic', 'alt', 'comment')
  const person = fields('displayName', 'bio', 'pronouns', 'place', 'boardTitle', 'elsewhere')
  const own = fields('draft', 'closedBoard')
  const call = async (method: string, url: string, body?: object) => idOf(await site.ask(author, method, url, body))
  const { displayName, bio, pronouns, place } = person
  await call('PATCH', '/v1/me', { displayName, bio, pronouns, place })
  const media = await site.picture(author)
  await call('PATCH', `/v1/media/${media}`, { alt: note.alt })
  const id = await call('POST', '/v1/notes', {
    title: note.title,
    text: [note.text, `#${note.topic}`, ...named.map((handle) => `@${handle}`)].join(' '),
    topics: [note.byHand],
    notice: note.notice,
    layer: { language: 'en', title: note.layerTitle, text: `${note.layerText} #${note.layerTopic}` },
    media: [media],
    ...how,
  })
  const scheduled = 'publishAt' in how
  const comment = scheduled ? '0' : await call('POST', `/v1/notes/${id}/comments`, { text: note.comment })
  const board = await call('POST', '/v1/boards', { title: person.boardTitle })
  const closed = await call('POST', '/v1/boards', { title: own.closedBoard, private: true })
  if (!scheduled) for (const b of [board, closed]) await call('PUT', `/v1/boards/${b}/notes/${id}`)
  const draft = await call('POST', '/v1/drafts', { content: { title: own.draft, text: own.draft }, version: 0 })
  const elsewhere = await call('POST', `/v1/notes/${under}/comments`, { text: person.elsewhere })
  return { author, ids: { note: id, comment, under, elsewhere, board, closed, draft, media }, note, person, own }
}
