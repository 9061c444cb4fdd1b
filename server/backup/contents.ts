import { z } from 'zod'

/**
 * What a backup holds, as a gzipped tar:
 * `backup.json` first (`Header`), then `tables/<table>/<part>` (PostgreSQL's COPY text), `jobs.ndjson`, `files/<path under DATA_DIR>`,
 * and `contents.json` last (`Contents`): without it the file is incomplete.
 */
export const Header = z.object({
  format: z.literal(1),
  program: z.string(),
  at: z.string(),
  postgres: z.string(),
  migrations: z.array(z.object({ name: z.string(), sha256: z.string() })),
  tables: z.array(z.object({ name: z.string().regex(/^[a-z0-9_]+$/), columns: z.array(z.string()) })),
})
export type Header = z.infer<typeof Header>

export const Contents = z.object({
  entries: z.array(z.object({ name: z.string(), size: z.number(), sha256: z.string() })),
  sequences: z.array(z.object({ name: z.string().regex(/^[a-z0-9_]+$/), value: z.string().regex(/^-?\d+$/) })),
  rows: z.number(),
  files: z.number(),
})
export type Contents = z.infer<typeof Contents>

export const headerName = 'backup.json'
export const jobsName = 'jobs.ndjson'
export const contentsName = 'contents.json'
export const tablePart = (table: string, part: number) => `tables/${table}/${String(part).padStart(6, '0')}`
export const fileName = (relative: string) => `files/${relative}`

/** A path under DATA_DIR that stays there. */
export function isSafePath(relative: string): boolean {
  return (
    relative !== '' &&
    !relative.startsWith('/') &&
    relative.split('/').every((part) => part !== '' && part !== '.' && part !== '..') &&
    !/[\0\\]/.test(relative)
  )
}

/** Folders of DATA_DIR that a backup leaves out: the database is dumped by its rows, models and caches can be had again, and what
 * is just being uploaded is nobody's to keep. */
const leftOut = new Set(['postgres', 'models', 'cache', 'uploads'])
export const isKept = (relative: string) => {
  const [top = ''] = relative.split('/')
  return !leftOut.has(top) && !relative.split('/').some((part) => part.startsWith('.'))
}

/**
 * Tables whose rows a backup leaves out, and a restore of an older backup passes over: what lets somebody in for a while (an ended session or
 * a used link would be good again), answers kept for a day, feeds kept for minutes, and what was counted against limits.
 */
export const passing: ReadonlySet<string> = new Set([
  'account_token',
  'feed_session',
  'guess',
  'idempotency',
  'passkey_challenge',
  'rate_limit',
  'session',
  'setup_code',
])
/** Jobs left out: letters, with the addresses they go to. A person who waits for one asks again. */
export const isPassingJob = (name: string): boolean => name.endsWith('-letter')
