import type { Context } from '#server/platform/context.ts'
import { sources as all } from './sources/list.ts'
import { diversify } from './steps/diversify.ts'
import { filter } from './steps/filter.ts'
import { type Gathered, gather } from './steps/gather.ts'
import { hydrate } from './steps/hydrate.ts'
import { merge } from './steps/merge.ts'
import { score } from './steps/score.ts'
import { select } from './steps/select.ts'
import type { Audience, MadeFeed, Snapshot, Source } from './types.ts'

/** How long a feed is; whoever scrolls this far begins anew with what came meanwhile. */
export const FEED_LENGTH = 500

/**
 * Makes a feed: sources → merge → hydrate → filter → score → diversify → select. `most` cuts it: a shorter one is the beginning of a longer one. Texts, pictures
 * and `mine` are added page by page (see page.ts). Sources may wait for somebody; all that follows is done in one go, on columns. A recommender
 * brings its own sources and its own score.
 */
export function makeFeed(
  ctx: Context,
  pool: Snapshot,
  audience: Audience,
  most: number = FEED_LENGTH,
  sources: readonly Source[] = all,
): MadeFeed | Promise<MadeFeed> {
  const made = (gathered: Gathered): MadeFeed => {
    const found = filter(hydrate(merge(pool, gathered, audience.passed ?? []), audience), audience)
    const order = diversify(found, score(found, audience), most)
    return select(found, order, audience, sources, most)
  }
  const gathered = gather(ctx, pool, audience, sources)
  return gathered instanceof Promise ? gathered.then(made) : made(gathered)
}
