import { Buffer } from 'node:buffer'
import type { Seal } from './seal.ts'

type Part = string | number | null

/**
 * A list position as text: the sort values of the last item given out. Rooms speak of places in this form; the doors give it out sealed and hand
 * in only what they gave out themselves (see `listSeal`), so another door may name places its own way, by ids for instance.
 */
export const encodeCursor = (parts: readonly Part[]): string => Buffer.from(JSON.stringify(parts)).toString('base64url')

/** What the parts of a position may be: see `decodeCursor`. */
type Kind = 'id' | 'n' | 'i' | 's' | 'id?' | 'n?'

/**
 * Reads a position back. `shape` names each part: `id` (decimal string), `n` (number that is exact to the unit), `i` (whole number from 0 to 2^31-1: a
 * count or an offset), `s` (string up to 300), a `?` behind it allows null. Anything else, however made, gives null: the list then starts from
 * its beginning.
 */
export function decodeCursor(token: string | undefined, shape: readonly Kind[]): Part[] | null {
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
  if (kind === 'i') return Number.isInteger(part) && (part as number) >= 0 && (part as number) < 2 ** 31
  if (kind.startsWith('n')) return typeof part === 'number' && Math.abs(part) <= Number.MAX_SAFE_INTEGER
  return typeof part === 'string' && part.length <= 300
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

/** The cursors of one list as one reader sees it. */
export interface ListSeal {
  /** The position in a cursor; undefined, which is the beginning, for one that this list did not give this reader. */
  open(cursor: string | undefined): string | undefined
  close<T extends string | null>(position: T): T
}

/** `list` says which one it is, and for whom: all that makes two lists different. */
export function listSeal(seal: Seal, list: readonly unknown[]): ListSeal {
  const purpose = `cursor ${JSON.stringify(list)}`
  return {
    open: (cursor) => (cursor ? (seal.open(purpose, cursor) ?? undefined) : undefined),
    close: <T extends string | null>(position: T) => (position === null ? position : seal.close(purpose, position)) as T,
  }
}
