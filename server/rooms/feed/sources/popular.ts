import type { Source } from '../types.ts'

const MOST = 500

/** What is warm for everybody now. */
export const popular: Source = {
  name: 'popular',
  find({ byWarmth }, _audience, add) {
    for (let n = 0; n < byWarmth.length && n < MOST; n++) add(byWarmth[n] as number)
  },
}
