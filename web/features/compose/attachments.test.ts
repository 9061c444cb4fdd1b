import { expect, test } from 'vitest'
import type { ImageMedia, Media } from '#server/rooms/media/schema.ts'
import { type Action, type Attached, attach, changesDraft } from './attachments.ts'
import { blankContent, MAX_PICTURES } from './content.ts'
import type { Attachment } from './writing.ts'

const mediaOf = (id: string, alt = ''): ImageMedia => ({
  ...{ id, alt, state: 'ready', kind: 'image', width: 3, height: 4, thumbhash: null, color: null, textCard: null, url: '', variants: [] },
})
const picture = (key: string, media: ImageMedia | null = null): Attachment => ({
  ...{
    key,
    kind: 'image',
    media,
    name: `${key}.jpg`,
    preview: null,
    state: media ? 'ready' : 'waiting',
    share: media ? 1 : 0,
    trouble: null,
  },
})
const blank = (): Attached => ({ attachments: [], content: blankContent() })
const after = (...actions: Action[]): Attached => actions.reduce(attach, blank())
const keys = ({ attachments }: Attached) => attachments.map((one) => one.key).join(' ')

const three: Action = { do: 'add', attachments: [picture('a', mediaOf('1')), picture('b'), picture('c', mediaOf('3'))] }
const trouble = { title: 'No connection', detail: '', again: true }

test('the draft names what has arrived, in the order of the desk', () => {
  expect(after(three).content.media).toEqual(['1', '3'])
  const arrived = after(three, { do: 'send', key: 'b' }, { do: 'arrive', key: 'b', media: mediaOf('2') })
  expect(arrived.content.media).toEqual(['1', '2', '3'])
  expect(arrived.attachments[1]).toMatchObject({ state: 'ready', share: 1 })
  expect(attach(arrived, { do: 'remove', key: 'a' }).content.media).toEqual(['2', '3'])
})

test.each([
  [{ do: 'move', key: 'a', to: 1 }, 'b a c', ['1', '3']],
  [{ do: 'move', key: 'a', to: 99 }, 'b c a', ['3', '1']],
  [{ do: 'move', key: 'c', to: -5 }, 'c a b', ['3', '1']],
  [{ do: 'cover', key: 'c' }, 'c a b', ['3', '1']],
  [{ do: 'cover', key: 'a' }, 'a b c', ['1', '3']],
] as [Action, string, string[]][])('%j', (action, order, media) => {
  const moved = after(three, action)
  expect(keys(moved)).toBe(order)
  expect(moved.content.media).toEqual(media)
})

test('a picture goes up, is read, fails, is tried again', () => {
  const seen: string[] = []
  let now = after(three)
  for (const action of [
    { do: 'send', key: 'b' },
    { do: 'progress', key: 'b', share: 0.5 },
    { do: 'progress', key: 'b', share: 1 },
    { do: 'fail', key: 'b', trouble },
    // A line that is late tells nothing new.
    { do: 'progress', key: 'b', share: 0.9 },
    { do: 'again', key: 'b' },
  ] as Action[]) {
    now = attach(now, action)
    const one = now.attachments[1]
    seen.push(`${one?.state} ${one?.share} ${one?.trouble?.title ?? ''}`.trim())
  }
  expect(seen).toEqual(['sending 0', 'sending 0.5', 'reading 1', 'failed 1 No connection', 'failed 1 No connection', 'waiting 1'])
})

test('what is no longer there, or has arrived, is not changed by late news', () => {
  const now = after(three)
  for (const action of [
    { do: 'arrive', key: 'gone', media: mediaOf('9') },
    { do: 'move', key: 'gone', to: 0 },
    { do: 'fail', key: 'a', trouble },
    { do: 'again', key: 'a' },
    { do: 'progress', key: 'a', share: 0.1 },
  ] as Action[])
    expect(attach(now, action)).toBe(now)
})

test('a note holds so many', () => {
  const many = Array.from({ length: MAX_PICTURES + 4 }, (_, index) => picture(`${index}`, mediaOf(`${index}`)))
  expect(after(three, { do: 'add', attachments: many }).attachments).toHaveLength(MAX_PICTURES)
})

test('words change the picture alone, a frame the draft, too', () => {
  const frame = { ratio: '1:1' as const, crop: { x: 0, y: 0.1, width: 1, height: 0.75 } }
  const words: Action = { do: 'improve', key: 'a', media: mediaOf('1', 'Mochi asleep') }
  expect(after(three, words).attachments[0]?.media?.alt).toBe('Mochi asleep')
  expect(after(three, words).content.frames).toEqual({})
  expect(after(three, { ...words, frame }).content.frames).toEqual({ 1: frame })
  expect([words, { ...words, frame }, three, { do: 'progress', key: 'a', share: 1 } as Action].map(changesDraft)).toEqual([
    false,
    true,
    true,
    false,
  ])
})

test('what arrives is of the kind the server found, and only a picture has a frame', () => {
  const film: Media = {
    ...{
      id: '2',
      alt: '',
      state: 'ready',
      kind: 'video',
      width: 9,
      height: 16,
      duration: 4,
      poster: null,
      thumbhash: null,
      url: '',
      variants: [],
    },
  }
  const there = after(three, { do: 'send', key: 'b' }, { do: 'arrive', key: 'b', media: film })
  expect(there.attachments.map(({ kind, media }) => `${kind} ${media?.id}`)).toEqual(['image 1', 'video 2', 'image 3'])
  expect(there.attachments[1]).toMatchObject({ name: 'b.jpg', state: 'ready' })
  const frame = { ratio: '1:1' as const, crop: { x: 0, y: 0.1, width: 1, height: 0.75 } }
  const told = attach(there, { do: 'improve', key: 'b', media: { ...film, alt: 'A leaf' }, frame })
  expect([told.attachments[1]?.media?.alt, told.content.frames]).toEqual(['A leaf', {}])
  expect(attach(there, { do: 'cover', key: 'b' }).content.media).toEqual(['2', '1', '3'])
})
