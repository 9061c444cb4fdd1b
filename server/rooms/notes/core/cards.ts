import { setImmediate as breathe } from 'node:timers/promises'
import { LRUCache } from 'lru-cache'
import type { Context } from '#server/platform/context.ts'
import type { Viewer } from '#server/platform/http.ts'
import { fold, hides, type Relations, relations } from '#server/rooms/graph/index.ts'
import { canSee } from '../policy.ts'
import type { Card } from '../schema.ts'
import { type Author, authorsOf } from './authors.ts'
import type { Core } from './cache.ts'
import { addFields, hasFields } from './card-fields.ts'
import { noteCache } from './changes.ts'
import { mineOf } from './mine.ts'
import { textRows } from './read.ts'

export type Reader = Pick<Viewer, 'accountId' | 'role'> | null

/**
 * Tiles for these notes, in the given order: without those that the reader may not see, that are no (published) notes, and, unless
 * `muted` says otherwise, those the reader asked not to run into. Everything but `mine` comes from memory when it is warm; what other rooms
 * add (card-fields.ts) they are asked for, unless `bare`.
 */
export async function cards(ctx: Context, reader: Reader, ids: readonly string[], { muted = false, bare = false } = {}): Promise<Card[]> {
  if (ids.length === 0) return []
  const me = reader?.accountId ?? null
  const [cores, mine, theirs] = await Promise.all([noteCache(ctx).load(ids), mineOf(ctx, me, ids), relations(ctx, me)])
  const authors = await authorsOf(ctx, authorIds(cores))
  const shown: { core: Core; author: Author }[] = []
  for (const id of ids) {
    const core = cores.get(id)
    const author = core && authors.get(core.authorId)
    if (!author || core.rootId !== null || core.state === 'scheduled') continue
    if (canSee(core, author, theirs)) shown.push({ core, author })
  }
  const hidden = muted || me === null ? null : await hiddenAmong(ctx, theirs, shown)
  const items: Card[] = []
  for (const { core, author } of shown) {
    if (hidden?.has(core.id)) continue
    const { id, title, language, layer, cover, excerpt, pictures, notice, counts, at } = core
    items.push({
      id,
      author: author.stub,
      title,
      language,
      layer,
      cover,
      excerpt,
      pictures,
      notice,
      counts: { likes: counts.likes, comments: counts.comments },
      mine: { liked: mine.liked.has(id), collected: mine.collected.has(id) },
      createdAt: at,
    })
  }
  if (!bare && items.length > 0 && hasFields(ctx)) await addFields(ctx, reader, items)
  return items
}

const authorIds = (cores: Map<string, Core>): string[] => {
  const ids = new Set<string>()
  for (const core of cores.values()) ids.add(core.authorId)
  return [...ids]
}

/** Long notes looked through for muted words let others in after so many milliseconds. */
const HOLD_MS = 10
const FOLDED = 4_000_000

/** A note's words as muted words are looked for in them. Kept: everyone who mutes a word asks for the same ones. */
function foldedOnce(ctx: Context, text: string): string {
  const kept = ctx.hold(
    'notes.folded',
    () => new LRUCache<string, string>({ maxSize: FOLDED, sizeCalculation: (v, k) => v.length + k.length + 1 }),
  )
  const had = kept.get(text)
  if (had !== undefined) return had
  const folded = fold(text)
  kept.set(text, folded)
  return folded
}

async function hiddenAmong(ctx: Context, theirs: Relations, shown: readonly { core: Core }[]): Promise<Set<string>> {
  const hidden = new Set<string>()
  const { matcher } = theirs.filters
  const rows =
    matcher && shown.length
      ? await textRows(
          ctx.db,
          shown.map((s) => s.core.id),
        )
      : []
  let since = performance.now()
  const texts = new Map(rows.map((r) => [r.id, r]))
  for (const { core } of shown) {
    const { id, authorId, title, layer, topics } = core
    const text = texts.get(id)
    if (text && performance.now() - since > HOLD_MS) {
      await breathe()
      since = performance.now()
    }
    const folded = text ? [text.text, text.layer_text ?? ''].map((words) => foldedOnce(ctx, words)) : []
    if (hides(theirs, { authorId, title, topics, folded, ...(text ? { more: [layer?.title] } : {}) })) hidden.add(id)
  }
  return hidden
}
