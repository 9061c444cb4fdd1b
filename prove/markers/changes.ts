import type { MarkerPerson, MarkerSite } from './site.ts'
import type { Things } from './things.ts'

export type ReaderName = 'stranger' | 'other' | 'follower' | 'left' | 'blocked' | 'host' | 'moderator' | 'author'

export interface Change {
  name: string
  /** How the note begins. */
  how?: object
  /** What is done, after the note stood (and was read by everybody who could). Answers words that are secret since then. */
  do(site: MarkerSite, things: Things, moderator: MarkerPerson): Promise<Record<string, string> | undefined>
  /** What must not be known any more: the note, all of the person, or only what `do` answered. */
  hides: 'note' | 'person' | 'answered'
  /** Who may still know. */
  knows: readonly ReaderName[]
  /** Readers the change is about; all that are not in `knows` when left out. */
  about?: readonly ReaderName[]
  /** What must not even be kept: the note, or everything of the person. */
  erases?: 'note' | 'person'
  /** Fields that others may name although this reader may not meet their author: a topic is everybody's. */
  except?: readonly string[]
}

const patch =
  (body: object) =>
  async (site: MarkerSite, { author, ids }: Things) => {
    const said = await site.ask(author, 'PATCH', `/v1/notes/${ids.note}`, body)
    if (said.status >= 300) throw new Error(`${said.status} ${said.body.slice(0, 300)}`)
    return undefined
  }
const privacy = (site: MarkerSite, who: MarkerPerson, on: boolean) => site.ask(who, 'PATCH', '/v1/me', { private: on })

/** Rewords a note in hiding and opens it again: the hidden words are the secret. */
const hiddenWords = (close: Change['do'], open: Change['do'], together: boolean): Change['do'] => {
  return async (site, things, moderator) => {
    await close(site, things, moderator)
    // From the marker itself, so that it is a word of its own.
    const words = { title: `${things.note.title}aa`, text: `${things.note.text}bb` }
    await patch(words)(site, things)
    if (!together) await patch({ title: 'Plain', text: 'words' })(site, things)
    await open(site, things, moderator)
    return { hiddenTitle: words.title, hiddenText: words.text }
  }
}

/** Every change of state, and who may know of what afterwards. */
export const changes: readonly Change[] = [
  { name: 'private from the first', how: { visibility: 'private' }, do: async () => undefined, hides: 'note', knows: ['author'] },
  {
    name: 'for followers from the first',
    how: { visibility: 'followers' },
    do: async () => undefined,
    hides: 'note',
    knows: ['author', 'follower', 'moderator'],
  },
  {
    name: 'scheduled',
    how: { publishAt: new Date(Date.now() + 86_400_000).toISOString() },
    do: async () => undefined,
    hides: 'note',
    knows: ['author'],
  },
  { name: 'turned private', do: patch({ visibility: 'private' }), hides: 'note', knows: ['author'] },
  { name: 'turned to followers', do: patch({ visibility: 'followers' }), hides: 'note', knows: ['author', 'follower', 'moderator'] },
  {
    name: 'removed by a decision',
    async do(site, { ids, author }, moderator) {
      const other = await site.person(`r${author.handle}`.slice(0, 30))
      await site.ask(other, 'POST', '/v1/reports', { subject: { type: 'note', id: ids.note }, reason: 'spam' })
      const list = JSON.parse((await site.ask(moderator, 'GET', '/v1/moderation/cases?limit=100')).body)
      const found = list.items.find((c: { subject: { id: string } }) => c.subject.id === ids.note)
      await site.ask(moderator, 'POST', `/v1/moderation/cases/${found.id}/decision`, { action: 'remove', reason: 'spam', words: 'No.' })
      return undefined
    },
    hides: 'note',
    knows: ['author', 'moderator'],
  },
  {
    name: 'deleted',
    do: async (site, { author, ids }) => void (await site.ask(author, 'DELETE', `/v1/notes/${ids.note}`)) as undefined,
    hides: 'note',
    erases: 'note',
    knows: [],
  },
  {
    name: 'of an account that closed',
    do: async (site, { author }) => void (await privacy(site, author, true)) as undefined,
    hides: 'note',
    knows: ['author', 'follower', 'moderator'],
  },
  {
    name: 'of somebody suspended',
    do: async (site, { author }) => void (await site.suspend(author)) as undefined,
    hides: 'person',
    knows: ['author', 'moderator'],
  },
  {
    name: 'of somebody leaving',
    do: async (site, { author }) => void (await site.leave(author)) as undefined,
    hides: 'person',
    knows: ['author', 'moderator'],
  },
  {
    name: 'of somebody erased',
    do: async (site, { author }) => void (await site.erase(author)) as undefined,
    hides: 'person',
    erases: 'person',
    knows: [],
  },
  {
    name: 'of somebody who blocked the reader',
    do: async () => undefined,
    hides: 'person',
    knows: ['author'],
    about: ['blocked'],
    except: ['topic', 'byHand', 'layerTopic'],
  },
  {
    name: 'reworded in private, opened later',
    do: hiddenWords(patch({ visibility: 'private' }), patch({ visibility: 'public' }), false),
    hides: 'answered',
    knows: ['author'],
  },
  {
    name: 'reworded while the account was closed, opened later with the next words',
    do: hiddenWords(
      async (site, { author }) => void (await privacy(site, author, true)) as undefined,
      async (site, { author }) => void (await privacy(site, author, false)) as undefined,
      false,
    ),
    hides: 'answered',
    knows: ['author', 'follower', 'moderator'],
  },
]
