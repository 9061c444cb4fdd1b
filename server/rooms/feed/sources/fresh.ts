import type { Source } from '../types.ts'

const MOST = 150

/** The newest notes, whatever has become of them yet, and young ones that few have seen. */
export const fresh: Source = {
  name: 'fresh',
  same: () => '',
  find: (_ctx, _audience, { byTime, unseen }) => Int32Array.of(...byTime.subarray(0, MOST), ...unseen),
}
