import type { Context } from '#server/platform/context.ts'
import { sql, type Tx } from '#server/platform/db.ts'
import type { Viewer } from '#server/platform/http.ts'
import { everyTime, type Once } from '#server/platform/once.ts'
import { fail, notFound, ok, type Result } from '#server/platform/result.ts'
import { keepPictures, releasePictures } from '../core/pictures.ts'
import { draftNewer, draftTooLarge, tooManyDrafts } from '../errors.ts'
import type { Draft, SaveDraft } from '../schema.ts'
import type { DraftRow } from '../tables.ts'
import { draftRow } from './read.ts'
import { draftViews, mediaIn } from './view.ts'

type Owner = Pick<Viewer, 'accountId'>

/** Held by the database (0121_promised_numbers.sql), which makes no row of one too many. */
export const MAX_DRAFTS = 200
/** Bytes of JSON: some three times the longest note in both languages. */
const MAX_SIZE = 150_000
const tooLarge = () => fail(draftTooLarge, { params: { maximum: MAX_SIZE / 1000 } })

/** The content as the database takes it, or null when there is too much. Kept as typed otherwise, valid or not. */
function packed(content: Record<string, unknown>): string | null {
  const text = JSON.stringify(content)
  return Buffer.byteLength(text) <= MAX_SIZE ? text : null
}

/** The database has an end of its own (in its own form numbers take more room than in JSON): reaching it is no fault either. */
const isTooLarge = (e: unknown): boolean => {
  const { code, table } = (e ?? {}) as { code?: string; table?: string }
  return code === '23514' && table === 'draft'
}
const orTooLarge = async (work: Promise<Result<Draft>>): Promise<Result<Draft>> =>
  work.catch((e) => {
    if (isTooLarge(e)) return tooLarge()
    throw e
  })

export const makeDraft = (ctx: Context, owner: Owner, input: SaveDraft, onMade?: Once['made']): Promise<Result<Draft>> =>
  orTooLarge(make(ctx, owner, input, onMade))

async function make(ctx: Context, owner: Owner, input: SaveDraft, onMade: Once['made'] = everyTime.made): Promise<Result<Draft>> {
  const content = packed(input.content)
  if (content === null) return tooLarge()
  const row = await ctx.db.tx(async (tx) => {
    const made = await tx.one<DraftRow>(sql`
      insert into draft (id, account_id, content)
      values (${ctx.ids.next()}, ${owner.accountId}, ${content}::jsonb)
      returning id, content, version, updated_at`)
    if (!made) return undefined
    await keepPictures(tx, owner.accountId, mediaIn(made.content))
    await onMade(tx, made.id)
    return made
  })
  if (!row) return fail(tooManyDrafts, { params: { maximum: MAX_DRAFTS } })
  return ok((await draftViews(ctx, owner, [row]))[0] as Draft)
}

/**
 * Saves what was typed over the version that the writer last saw. When somebody (another tab, another phone) saved in between, nothing is
 * overwritten and the newer draft comes along. The same save sent twice is one.
 */
export const saveDraft = (ctx: Context, owner: Owner, id: string, input: SaveDraft): Promise<Result<Draft>> =>
  orTooLarge(save(ctx, owner, id, input))

async function save(ctx: Context, owner: Owner, id: string, input: SaveDraft): Promise<Result<Draft>> {
  const content = packed(input.content)
  if (content === null) return tooLarge()
  const saved = await ctx.db.tx(async (tx) => {
    const had = await draftRow(tx, owner.accountId, id, true)
    if (!had) return undefined
    if (had.version !== input.version) return { row: had, newer: !(await same(tx, id, content)) }
    const row = await tx.one<DraftRow>(sql`
      update draft set content = ${content}::jsonb, version = version + 1, updated_at = now() where id = ${id}
      returning id, content, version, updated_at`)
    if (!row) return undefined
    await movePictures(tx, owner.accountId, mediaIn(had.content), mediaIn(row.content))
    return { row, newer: false }
  })
  if (!saved) return fail(notFound)
  const view = (await draftViews(ctx, owner, [saved.row]))[0] as Draft
  return saved.newer ? fail(draftNewer, { extra: { draft: view } }) : ok(view)
}

const same = async (tx: Tx, id: string, content: string): Promise<boolean> =>
  (await tx.one(sql`select 1 from draft where id = ${id} and content = ${content}::jsonb`)) !== undefined

async function movePictures(tx: Tx, accountId: string, had: readonly string[], has: readonly string[]): Promise<void> {
  await keepPictures(
    tx,
    accountId,
    has.filter((id) => !had.includes(id)),
  )
  await releasePictures(
    tx,
    accountId,
    had.filter((id) => !has.includes(id)),
  )
}

export async function deleteDraft(ctx: Context, owner: Owner, id: string): Promise<Result<undefined>> {
  const gone = await ctx.db.tx((tx) => dropDraft(tx, owner.accountId, id))
  return gone ? ok() : fail(notFound)
}

/** In the caller's transaction; pictures that nothing shows are let go. */
export async function dropDraft(tx: Tx, accountId: string, id: string): Promise<boolean> {
  const gone = await tx.one<Pick<DraftRow, 'content'>>(
    sql`delete from draft where id = ${id} and account_id = ${accountId} returning content`,
  )
  if (gone) await releasePictures(tx, accountId, mediaIn(gone.content))
  return gone !== undefined
}
