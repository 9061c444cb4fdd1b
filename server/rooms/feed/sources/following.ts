import type { Source } from '../types.ts'

const MOST = 300
const EACH = 5

/** Notes by people the reader follows. */
export const following: Source = {
  name: 'following',
  find(_ctx, { relations: { following: followed } }, { byAuthor }) {
    const found = new Int32Array(MOST)
    let size = 0
    const some = (notes: readonly number[]) => {
      // An author's notes lie in the pool newest first.
      for (let n = 0; n < notes.length && n < EACH && size < MOST; n++) found[size++] = notes[n] as number
    }
    // Whichever is shorter: the people followed, or the authors in the pool.
    if (followed.size > byAuthor.size) {
      for (const [id, notes] of byAuthor) if (followed.has(id)) some(notes)
    } else
      for (const id of followed) {
        const notes = byAuthor.get(id)
        if (notes) some(notes)
      }
    return found.subarray(0, size)
  },
}
