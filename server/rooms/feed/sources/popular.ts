import type { Source } from '../types.ts'

const MOST = 500

/** What is warm for everybody now. */
export const popular: Source = {
  name: 'popular',
  find: (_ctx, _audience, { byWarmth }) => byWarmth.subarray(0, MOST),
}
