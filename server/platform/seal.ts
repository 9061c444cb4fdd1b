import { Buffer } from 'node:buffer'
import { createHmac, createSecretKey, randomBytes, timingSafeEqual } from 'node:crypto'
import { type Queryable, sql } from './db.ts'

/** 96 bits: nobody tries so many, and a token stays short. In base64url. */
const MARK = 16

/** Marks what this site gave out, so that it is known again when it comes back. All processes of a site share the secret. */
export interface Seal {
  /** `text` with its mark. It is good for one `purpose` only: what was given out for one list is nothing in another. */
  close(purpose: string, text: string): string
  /** The text of a marked token; null for whatever this site did not give out for this purpose. Takes the same time for every wrong mark. */
  open(purpose: string, token: string): string | null
}

/** The site's secret, made by whichever process asks first and kept in the database, so that a restart or a second process honours what was given out. */
export async function openSeal(db: Queryable): Promise<Seal> {
  const fresh = JSON.stringify(randomBytes(32).toString('base64url'))
  const row = await db.one<{ value: string }>(sql`
    insert into setting (name, value) values ('seal', ${fresh}::jsonb)
    on conflict (name) do update set name = excluded.name returning value #>> '{}' as value`)
  return sealWith(Buffer.from(row?.value ?? '', 'base64url'))
}

export function sealWith(secret: Buffer): Seal {
  if (secret.length < 32) throw new Error('the secret that marks cursors is too short')
  // Made once: from bytes it is made anew for each mark, at seven times the cost of the mark itself.
  const key = createSecretKey(secret)
  const mark = (purpose: string, text: string): Buffer =>
    Buffer.from(createHmac('sha256', key).update(`${purpose.length} ${purpose}${text}`).digest('base64url').slice(0, MARK))
  return {
    close: (purpose, text) => text + mark(purpose, text).toString(),
    open(purpose, token) {
      const text = token.slice(0, -MARK)
      const given = Buffer.from(token.slice(-MARK))
      const right = mark(purpose, text)
      return given.length === right.length && timingSafeEqual(given, right) ? text : null
    },
  }
}
