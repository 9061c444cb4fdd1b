import type { Source } from '../types.ts'

const MOST = 300
const EACH = 5

/** Notes by people the reader follows. */
export const following: Source = {
  name: 'following',
  *find({ byAuthor, authorIds }, { relations: { following: followed } }) {
    if (followed.size === 0) return
    let left = MOST
    // Whichever is shorter: the people followed, or the authors in the pool.
    if (followed.size > byAuthor.size) {
      for (let i = 0; i < authorIds.length && left > 0; i++) {
        if (!followed.has(authorIds[i] as string)) continue
        yield i
        left--
      }
      return
    }
    for (const id of followed) {
      const notes = byAuthor.get(id)
      if (!notes) continue
      // Notes lie in the pool newest first.
      for (const i of notes.slice(0, EACH)) {
        yield i
        if (--left === 0) return
      }
    }
  },
}
