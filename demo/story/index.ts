/** Puts the story together: everything that is counted (times, likes, views, follows) follows from a seed. */
import { makeRng } from '#demo/scenes/rng.ts'
import { boardFor, boards } from './boards.ts'
import type { Draft, Talk } from './draft.ts'
import { arrival } from './notes/arrival.ts'
import { daily } from './notes/daily.ts'
import { food } from './notes/food.ts'
import { homework } from './notes/homework.ts'
import { learning } from './notes/learning.ts'
import { living } from './notes/living.ts'
import { making } from './notes/making.ts'
import { outdoors } from './notes/outdoors.ts'
import { pets } from './notes/pets.ts'
import { places } from './notes/places.ts'
import { small } from './notes/small.ts'
import { wear } from './notes/wear.ts'
import { people } from './people.ts'
import type { Board, Lang, Story, StoryComment, StoryNote } from './types.ts'

const drafts: readonly Draft[] = [
  ...arrival,
  ...pets,
  ...food,
  ...learning,
  ...homework,
  ...living,
  ...places,
  ...outdoors,
  ...wear,
  ...making,
  ...daily,
  ...small,
]
const handles = people.map((person) => person.handle)
const personOf = new Map(people.map((person) => [person.handle, person]))

/** Chinese if at least a third of what is written is Chinese: people quote words of the other language all the time. */
export function languageOf(text: string): Lang {
  const han = text.match(/\p{Script=Han}/gu)?.length ?? 0
  const words = text.match(/[\p{Script=Latin}]+/gu)?.length ?? 0
  return han > words ? 'zh-Hans' : 'en'
}

const authorsTalkedTo = new Map<string, Set<string>>()
const noteTalk = (by: string, author: string) => {
  const set = authorsTalkedTo.get(by) ?? new Set()
  authorsTalkedTo.set(by, set.add(author))
}

/** Who follows whom: those one has talked with, a few of one's own language, a few of the other. */
function drawFollows(): { from: string; to: string }[] {
  const pairs = new Set<string>()
  for (const draft of drafts) {
    const partners = (draft.talk ?? []).flatMap(([by, , ...replies]) => [by, ...replies.map(([who]) => who)])
    for (const by of partners) if (by !== draft.by) noteTalk(by, draft.by)
    // What only followers may read was answered by followers.
    if (draft.visibility === 'followers' || draft.commentsFrom === 'followers')
      for (const by of partners) if (by !== draft.by) pairs.add(`${by}>${draft.by}`)
  }
  for (const person of people) {
    const rng = makeRng(`follows/${person.handle}`)
    const known = [...(authorsTalkedTo.get(person.handle) ?? [])]
    const others = rng.shuffle(handles.filter((h) => h !== person.handle && !known.includes(h) && h !== 'owen'))
    const near = others.filter((h) => personOf.get(h)?.reads[0] === person.reads[0]).slice(0, rng.int(3, 7))
    const far = others.filter((h) => personOf.get(h)?.reads[0] !== person.reads[0]).slice(0, rng.int(1, 5))
    for (const to of [...known.filter((h) => h !== 'owen' && rng.chance(0.82)), ...near, ...far]) pairs.add(`${person.handle}>${to}`)
  }
  return [...pairs].sort().map((pair) => {
    const [from, to] = pair.split('>') as [string, string]
    return { from, to }
  })
}

const follows = drawFollows()
const followersOf = (handle: string) => follows.filter((f) => f.to === handle).map((f) => f.from)

function drawComments(draft: Draft, minutesAgo: number, audience: readonly string[]): StoryComment[] {
  const rng = makeRng(`comments/${draft.key}`)
  const talk: readonly Talk[] = draft.talk ?? []
  // Most answers come in the first day; the latest leaves room for replies before now.
  const window = Math.min(minutesAgo * 0.8, 60 * 60)
  const starts = talk.map(() => Math.round(3 + rng() ** 2.2 * window)).sort((a, b) => a - b)
  const likers = (by: string, most: number) => rng.shuffle(audience.filter((h) => h !== by)).slice(0, Math.floor(rng() ** 1.6 * most))
  return talk.map(([by, text, ...replies], i) => {
    const key = `${draft.key}.c${i + 1}`
    let at = starts[i] as number
    return {
      key,
      by,
      text,
      language: languageOf(text),
      minutesAfter: at,
      likedBy: likers(by, 4 + draft.weight * 20),
      pinned: draft.pin === i,
      replies: replies.map(([who, words], j) => {
        at = Math.min(Math.round(at + 2 + rng() ** 2 * 180), Math.max(at + 1, Math.floor(minutesAgo - (replies.length - j))))
        return {
          key: `${key}.r${j + 1}`,
          by: who,
          text: words,
          language: languageOf(words),
          minutesAfter: at,
          likedBy: likers(who, 2 + draft.weight * 9),
          pinned: false,
          replies: [],
        }
      }),
    }
  })
}

function makeNote(draft: Draft): StoryNote {
  const rng = makeRng(`note/${draft.key}`)
  const language = draft.language ?? languageOf(`${draft.title}${draft.text}`)
  const visibility = draft.visibility ?? 'public'
  const audience = visibility === 'public' ? handles : visibility === 'followers' ? followersOf(draft.by) : []
  const minutesAgo = Math.round(draft.days * 1440)
  const reach = Math.min(1, 0.06 + draft.weight * 0.96)
  const lean = (handle: string) => rng() + (personOf.get(handle)?.reads.includes(language) || draft.layer ? 0.35 : 0)
  const likedBy = audience
    .filter((h) => h !== draft.by)
    .map((h) => [h, lean(h)] as const)
    .sort((a, b) => b[1] - a[1])
    .slice(0, Math.round(audience.length * reach * rng.range(0.82, 1)))
    .map(([h]) => h)
  const collectedBy = likedBy.filter(() => rng.chance(0.12 + draft.weight * 0.4)).map((by) => ({ by, board: boardFor(by, draft.topics) }))
  return {
    key: draft.key,
    author: draft.by,
    language,
    title: draft.title,
    text: draft.text,
    topics: [...draft.topics],
    layer: draft.layer ? { language: language === 'en' ? 'zh-Hans' : 'en', title: draft.layer[0], text: draft.layer[1] } : null,
    media: (draft.pictures ?? []).map(([scene, seed, ratio, alt]) => ({ scene, seed, ratio, alt })),
    card: draft.card ?? null,
    contentNotice: draft.notice ?? null,
    aiMade: draft.aiMade ?? false,
    minutesAgo,
    visibility,
    commentsFrom: draft.commentsFrom ?? 'everyone',
    weight: draft.weight,
    views:
      visibility === 'public'
        ? Math.round((40 + draft.weight ** 2 * 5200) * rng.range(0.8, 1.25) * Math.min(1, 0.25 + draft.days / 4))
        : likedBy.length * 2,
    likedBy,
    collectedBy,
    comments: drawComments(draft, minutesAgo, audience),
  }
}

export type { NotePicture, Person, Picture } from './types.ts'
export type { Board, Story, StoryComment, StoryNote }

/** The whole community, deterministic: the same on every machine. */
export const story: Story = { people, follows, boards, notes: drafts.map(makeNote).sort((a, b) => b.minutesAgo - a.minutesAgo) }
