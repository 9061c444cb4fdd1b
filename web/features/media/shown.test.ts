import { expect, test } from 'vitest'
import type { Still } from '#server/rooms/media/schema.ts'
import { clockOf, ratioOf, type Shown } from './shown.ts'
import { stillUrl } from './still-url.ts'

const still: Still = {
  ...{ width: 1080, height: 1440, thumbhash: null, color: null },
  variants: [1080, 360].map((width) => ({ url: `${width}`, type: 'image/webp', width, height: (width * 4) / 3 })),
}
const shown: Shown[] = [
  { kind: 'image', alt: '', ...still },
  { kind: 'video', width: 640, height: 360, duration: 2, poster: still, alt: '' },
  { kind: 'video', width: 640, height: 360, duration: 2, poster: null, alt: '' },
  { kind: 'audio', duration: 2, alt: '' },
]

test('a list shows the smallest picture that is sharp enough, where one stands for the medium', () => {
  expect(shown.map((media) => stillUrl(media))).toEqual(['360', '360', null, null])
  expect(shown.map((media) => stillUrl(media, 400))).toEqual(['1080', '1080', null, null])
  expect(stillUrl(shown[0] as Shown, 5000)).toBe('1080')
})

test('a video keeps its own room, whatever its poster', () => {
  expect(shown.map(ratioOf)).toEqual([4 / 3, 0.5625, 0.5625, 0.68])
})

test.each([
  [0, '0:00'],
  [0.2, '0:01'],
  [5, '0:05'],
  [59.6, '1:00'],
  [760, '12:40'],
  [3723, '1:02:03'],
])('%d s is %s', (seconds, clock) => {
  expect(clockOf(seconds)).toBe(clock)
})
