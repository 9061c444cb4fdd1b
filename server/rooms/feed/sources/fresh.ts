import type { Source } from '../types.ts'

const MOST = 150

/** The newest notes, whatever has become of them yet, and young ones that few have seen. */
export const fresh: Source = {
  name: 'fresh',
  find({ byTime, unseen }, _audience, add) {
    for (let n = 0; n < byTime.length && n < MOST; n++) add(byTime[n] as number)
    for (let n = 0; n < unseen.length; n++) add(unseen[n] as number)
  },
}
