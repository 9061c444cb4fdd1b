import { following } from './sources/following.ts'
import { fresh } from './sources/fresh.ts'
import { language } from './sources/language.ts'
import { popular } from './sources/popular.ts'
import { diversify } from './steps/diversify.ts'
import { filter } from './steps/filter.ts'
import { gather } from './steps/gather.ts'
import { hydrate } from './steps/hydrate.ts'
import { score } from './steps/score.ts'
import { select } from './steps/select.ts'
import type { Audience, MadeFeed, Snapshot, Source } from './types.ts'

const sources: readonly Source[] = [following, popular, language, fresh]

/** How long a feed is; whoever scrolls this far begins anew with what came meanwhile. */
export const FEED_LENGTH = 500

/**
 * Makes a feed: sources → hydrate → filter → score → diversify → select. `most` cuts it: a shorter one is the beginning of a longer one. Texts, pictures
 * and `mine` are added page by page (see page.ts). A recommender brings its own sources and its own score.
 */
export function makeFeed(pool: Snapshot, audience: Audience, most: number = FEED_LENGTH): MadeFeed {
  const found = filter(hydrate(gather(pool, audience, sources), audience), audience)
  const order = diversify(found, score(found, audience), most)
  return select(found, order, audience, sources, most)
}
