import type { Context } from '#server/platform/context.ts'
import { decodeCursor, page } from '#server/platform/cursor.ts'
import { type Sql, sql } from '#server/platform/db.ts'
import type { List, Page } from '#server/platform/schema.ts'
import { accountStubs } from '#server/rooms/accounts/index.ts'
import { kinds } from './kinds.ts'
import { type InboxRow, inboxRows } from './read.ts'
import { type Kind, type Notification, kinds as names } from './schema.ts'
import type { Reader, Shown, SubjectType } from './subject.ts'
import { subjects } from './subjects.ts'

/** What happened to me, latest first; `kinds` null: everything. What the site says is said in the given language. */
export async function notifications(
  ctx: Context,
  viewer: Reader,
  locale: string,
  at: Page & { kinds: Kind[] | null },
): Promise<List<Notification>> {
  const before = decodeCursor(at.cursor, ['id'])?.[0]?.toString() ?? null
  const rows = page(
    await inboxRows(ctx.db, viewer.accountId, at.kinds ?? names, held(at.kinds ?? []), before, at.limit),
    at.limit,
    (last) => [last.position],
  )
  const [stubs, shown] = await Promise.all([
    accountStubs(ctx, [...new Set(rows.items.flatMap((r) => r.actors))]),
    subjectsOf(ctx, viewer, rows.items),
  ])
  const items = rows.items.flatMap((row): Notification[] => {
    const { position: id, kind, count, read } = row
    const actors = row.actors.flatMap((actor) => stubs.get(actor) ?? [])
    // Everybody behind it has left or is suspended.
    if (count > 0 && actors.length === 0) return []
    const { stays, says } = kinds[kind]
    const subject = shown(row)
    return [
      {
        id,
        kind,
        actors,
        count,
        note: subject?.note ?? null,
        comment: subject?.comment && (stays || !subject.own) ? subject.comment : null,
        words: row.said === null ? null : (says?.(locale, row.said) ?? null),
        read,
        at: row.at.toISOString(),
      },
    ]
  })
  return { items, next: rows.next }
}

/** What belongs to one of these kinds besides those that bear its name: a condition on `n`. */
function held(asked: readonly Kind[]): Sql {
  const rules = asked.flatMap((kind) => kinds[kind].holds?.({ to: sql`n.account_id`, subject: sql`n.subject_id` }) ?? [])
  return rules.length === 0 ? sql`false` : sql`(n.subject_id is not null and (${sql.join(rules, ' or ')}))`
}

/** What there is to show of each row's subject, asked of the rooms that own them, once a type. */
async function subjectsOf(ctx: Context, viewer: Reader, rows: readonly InboxRow[]): Promise<(row: InboxRow) => Shown | undefined> {
  const wanted = new Map<SubjectType, Set<string>>()
  for (const { subject_type: type, subject_id: id } of rows)
    if (type !== null && id !== null) wanted.set(type, (wanted.get(type) ?? new Set()).add(id))
  const found = new Map(
    await Promise.all([...wanted].map(async ([type, ids]) => [type, await subjects[type].show?.(ctx, viewer, [...ids])] as const)),
  )
  return ({ subject_type: type, subject_id: id }) => (type === null || id === null ? undefined : found.get(type)?.get(id))
}
