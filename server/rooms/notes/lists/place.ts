import { decodeCursor } from '#server/platform/cursor.ts'

/** Microseconds since 1970, and which of those that share them. */
export interface Timed {
  us: string
  id: string
}

/** The end of the year 9999; a made-up cursor must not carry the database beyond its calendar. */
const END = 253_402_300_799_999_999n

/** A place in a list by time, from a cursor; null: from its beginning. */
export function timed(cursor: string | undefined): Timed | null {
  const [us, id] = decodeCursor(cursor, ['id', 'id']) ?? []
  return typeof us === 'string' && typeof id === 'string' && BigInt(us) <= END ? { us, id } : null
}

export type Place = readonly (string | number)[] | null
export const asTimed = (place: Place): Timed | null => (place ? { us: String(place[0]), id: String(place[1]) } : null)
