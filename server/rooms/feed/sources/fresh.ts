import type { Source } from '../types.ts'

const MOST = 150

/** The newest notes, whatever has become of them yet, and young ones that few have seen. */
export const fresh: Source = {
  name: 'fresh',
  *find({ byTime, unseen }) {
    yield* byTime.subarray(0, MOST)
    yield* unseen
  },
}
