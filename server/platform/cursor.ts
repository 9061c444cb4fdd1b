import { Buffer } from 'node:buffer'

type Part = string | number | null

/** A list position as an opaque token: the sort values of the last item given out. */
export const encodeCursor = (parts: readonly Part[]): string => Buffer.from(JSON.stringify(parts)).toString('base64url')

/**
 * Reads a token back. `shape` names each part: `id` (decimal string), `n` (finite number), `s` (string up to 200), a `?` behind it allows null.
 * Anything else, however made, gives null: the list then starts from its beginning.
 */
export function decodeCursor(token: string | undefined, shape: readonly ('id' | 'n' | 's' | 'id?' | 'n?')[]): Part[] | null {
  if (!token || token.length > 512) return null
  let parts: unknown
  try {
    parts = JSON.parse(Buffer.from(token, 'base64url').toString())
  } catch {
    return null
  }
  if (!Array.isArray(parts) || parts.length !== shape.length) return null
  return parts.every((p, i) => fits(p, shape[i] as string)) ? (parts as Part[]) : null
}

function fits(part: unknown, kind: string): boolean {
  if (kind.endsWith('?') && part === null) return true
  if (kind.startsWith('id')) return typeof part === 'string' && /^[1-9]\d{0,18}$/.test(part) && BigInt(part) < 2n ** 63n
  if (kind.startsWith('n')) return typeof part === 'number' && Number.isFinite(part)
  return typeof part === 'string' && part.length <= 200
}

/** Microseconds since 1970, and which of those that share them. */
export interface Timed {
  us: string
  id: string
}

/** The end of the year 9999; a made-up cursor must not carry the database beyond its calendar. */
const END = 253_402_300_799_999_999n

/** A place in a list by time, from a cursor of `[us, id]`; null: from its beginning. */
export function timed(cursor: string | undefined): Timed | null {
  const [us, id] = decodeCursor(cursor, ['id', 'id']) ?? []
  return typeof us === 'string' && typeof id === 'string' && BigInt(us) <= END ? { us, id } : null
}

/** Cuts a list that was read with one item too many, and names the position to go on from. */
export function page<T>(rows: T[], limit: number, position: (last: T) => readonly Part[]): { items: T[]; next: string | null } {
  const items = rows.slice(0, limit)
  const last = items.at(-1)
  return { items, next: rows.length > limit && last !== undefined ? encodeCursor(position(last)) : null }
}
