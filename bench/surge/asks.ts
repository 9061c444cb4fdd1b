import { tokenOf } from '../fill/fill.ts'
import { chinese, dice, english } from '../fill/words.ts'
import type { Ask } from '../load/requests.ts'
import { type Kind, VIEWS_A_CALL } from './scenarios.ts'

/** What the asker needs to know of the filled site. */
export interface World {
  /** Ids of public notes, the best liked first. */
  notes: readonly string[]
  topics: readonly string[]
  /** People who have a session. */
  sessions: number
  /** Different in every run, so that handles never meet. */
  run: string
}

/** As browsers ask; a load without it hides what compressing costs. */
const browser = { 'accept-encoding': 'gzip, deflate, br, zstd', 'user-agent': 'Mozilla/5.0 (surge)' }

/** Answers a maker of requests, each by a person picked by chance: some notes and people are met far more often than others. */
export function askerOf(world: World, seed: number): (kind: Kind) => Ask {
  const roll = dice(seed)
  const million = () => roll(1_000_000) / 1_000_000
  // The cube favours the first: the best liked tenth of the notes gets about half of the looks.
  const some = (list: readonly string[]): string => list[Math.floor(list.length * million() ** 3)] as string
  const sentence = (): string => (roll(2) === 0 ? chinese : english)[roll(30)] ?? ''
  const person = (): string => tokenOf(roll(world.sessions))
  let made = 0
  const by = (token?: string): Pick<Ask, 'headers' | 'token'> => ({
    headers: {
      ...browser,
      'accept-language': roll(2) === 0 ? 'en' : 'zh-CN',
      // Each call comes from an address of its own, as seen by the proxy in front; 198.18.0.0/15 is for measuring (RFC 2544).
      'x-forwarded-for': `198.${18 + roll(2)}.${roll(256)}.${roll(256)}`,
    },
    ...(token ? { token } : {}),
  })
  const write = (token?: string): Pick<Ask, 'headers' | 'token'> => {
    const it = by(token)
    return { ...it, headers: { ...it.headers, 'idempotency-key': `surge-${world.run}-${made++}` } }
  }
  const asks: Record<Kind, () => Ask> = {
    feed: () => ({ method: 'GET', path: '/v1/feed', ...by() }),
    'personal feed': () => ({ method: 'GET', path: '/v1/feed', ...by(person()) }),
    note: () => ({ method: 'GET', path: `/v1/notes/${some(world.notes)}`, ...by() }),
    topic: () => ({ method: 'GET', path: `/v1/topics/${encodeURIComponent(some(world.topics))}/notes`, ...by() }),
    views: () => ({
      method: 'POST',
      path: '/v1/views',
      body: JSON.stringify({ items: Array.from({ length: VIEWS_A_CALL }, () => ({ note: some(world.notes), ms: 900 })) }),
      ...by(),
    }),
    comment: () => ({
      method: 'POST',
      path: `/v1/notes/${some(world.notes)}/comments`,
      body: JSON.stringify({ text: `${sentence()} ${sentence()}` }),
      ...write(person()),
    }),
    publish: () => ({
      method: 'POST',
      path: '/v1/notes',
      body: JSON.stringify({ title: sentence().slice(0, 20), text: `${sentence()}\n${sentence()} #${some(world.topics)}`, media: [] }),
      ...write(person()),
    }),
    'sign-up': () => ({
      method: 'POST',
      path: '/v1/sign-up',
      body: JSON.stringify({ handle: `s${world.run}_${made}`, password: `surge of ${world.run} ${made}` }),
      ...write(),
    }),
  }
  return (kind) => asks[kind]()
}
