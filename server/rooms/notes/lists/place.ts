import type { Timed } from '#server/platform/cursor.ts'

export type Place = readonly (string | number)[] | null
export const asTimed = (place: Place): Timed | null => (place ? { us: String(place[0]), id: String(place[1]) } : null)
