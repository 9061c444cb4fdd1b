import type { Context } from '#server/platform/context.ts'
import { decodeCursor, page } from '#server/platform/cursor.ts'
import type { Viewer } from '#server/platform/http.ts'
import type { List, Page } from '#server/platform/schema.ts'
import { accountStubs, securityLine } from '#server/rooms/accounts/index.ts'
import { cards } from '#server/rooms/notes/index.ts'
import type { Card } from '#server/rooms/notes/schema.ts'
import { type Statement, statement } from '#server/rooms/trust/index.ts'
import type { SecurityFacts } from './read.ts'
import { type InboxRow, inboxRows } from './read.ts'
import type { Notification } from './schema.ts'

type Reader = Pick<Viewer, 'accountId' | 'role'>

/** What happened to me, latest first; `kinds` null: everything. Decisions are said in the given language. */
export async function notifications(
  ctx: Context,
  viewer: Reader,
  locale: string,
  at: Page & { kinds: Notification['kind'][] | null },
): Promise<List<Notification>> {
  const before = decodeCursor(at.cursor, ['id'])?.[0]?.toString() ?? null
  const rows = page(await inboxRows(ctx.db, viewer.accountId, at.kinds, before, at.limit), at.limit, (last) => [last.position])
  const unique = (ids: (string | null)[]) => [...new Set(ids.filter((id) => id !== null))]
  const [stubs, shown] = await Promise.all([
    accountStubs(ctx, unique(rows.items.flatMap((r) => r.actors))),
    cards(ctx, viewer, unique(rows.items.map((r) => r.note_id)), { muted: true }),
  ])
  const tiles = new Map(shown.map((c) => [c.id, c]))
  const items = rows.items.flatMap((row): Notification[] => {
    const actors = row.actors.flatMap((id) => stubs.get(id) ?? [])
    // Everybody behind it has left or is suspended.
    if (row.kind !== 'decision' && row.kind !== 'security' && actors.length === 0) return []
    return [
      {
        id: row.position,
        kind: row.kind,
        actors,
        count: row.count,
        note: noteOf(row, tiles.get(row.note_id ?? '')),
        comment: commentOf(row, tiles.has(row.note_id ?? '')),
        words: wordsOf(locale, row),
        read: row.read,
        at: row.at.toISOString(),
      },
    ]
  })
  return { items, next: rows.next }
}

/** What a comment said is shown to whoever may still see the note it stands under; of a decision, to its writer. */
const commentOf = ({ comment_id: id, said, kind }: InboxRow, seen: boolean): Notification['comment'] =>
  id !== null && said !== null && (seen || kind === 'decision') ? { id, text: said } : null

const wordsOf = (locale: string, { kind, decision }: InboxRow): string | null => {
  if (!decision) return null
  return kind === 'security' ? securityLine(locale, decision as SecurityFacts) : statement(locale, decision as Statement)
}

function noteOf(row: InboxRow, card: Card | undefined): Notification['note'] {
  if (row.note_id === null || !card) return null
  const webp = card.cover.variants.filter((v) => v.type === 'image/webp')
  const cover = webp.reduce((a, b) => (b.width < (a?.width ?? Number.POSITIVE_INFINITY) ? b : a), webp[0])
  return { id: row.note_id, title: card.title || (row.note_text ?? ''), cover: cover?.url ?? null }
}
