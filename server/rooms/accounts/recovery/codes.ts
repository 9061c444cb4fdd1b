import { randomBytes } from 'node:crypto'
import { type Queryable, sql } from '#server/platform/db.ts'
import { hashOf } from '../sessions/token.ts'

/** Without i, l, o and u: nothing to confuse when copied from paper. */
const LETTERS = '0123456789abcdefghjkmnpqrstvwxyz'
const HOW_MANY = 10

/** 80 random bits as four groups of four: `7k2m-…`. */
const newCode = (): string => {
  const letters = [...randomBytes(16)].map((b) => LETTERS[b % 32]).join('')
  return (letters.match(/.{4}/g) ?? []).join('-')
}

/** What people make of a code when they type it. */
const plain = (code: string): string =>
  code
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s–—_-]/g, '')
    .replace(/o/g, '0')
    .replace(/[il]/g, '1')

/** What is stored of a code; null when the text cannot be one. */
export const codeHash = (code: string): Buffer | null => {
  const text = plain(code)
  return /^[0-9a-hjkmnp-tv-z]{16}$/.test(text) ? hashOf(text) : null
}

/** Replaces all codes of an account by ten new ones, which are shown this once. */
export async function makeCodes(db: Queryable, accountId: string): Promise<string[]> {
  const codes = Array.from({ length: HOW_MANY }, newCode)
  await db.run(sql`delete from recovery_code where account_id = ${accountId}`)
  const hashes = codes.map((c) => hashOf(plain(c)))
  await db.run(sql`insert into recovery_code (account_id, code_hash) select ${accountId}::bigint, unnest(${hashes}::bytea[])`)
  return codes
}

/** Uses up a code: of several at once with the same one, one succeeds. */
export async function useCode(db: Queryable, accountId: string, code: string): Promise<boolean> {
  const hash = codeHash(code)
  if (!hash) return false
  return (await db.run(sql`delete from recovery_code where account_id = ${accountId} and code_hash = ${hash}`)) === 1
}
