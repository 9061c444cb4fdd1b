import type { Context } from '#server/platform/context.ts'
import { type Fail, fail, tooMany } from '#server/platform/result.ts'
import { tooManyMentions } from '../errors.ts'

/** People that one note or comment may name. More is no talk any more, and every one of them is told. */
export const MAX_MENTIONS = 30
/** People that one person may have told by naming them, in all that they write. */
const HOURLY = { burst: 200, seconds: 3600 } as const

/**
 * Refuses words that would call too many people at once, so that their writer hears of it instead of half of them being left out unsaid. `before`
 * are those an earlier wording named: they were told then.
 */
export async function refuseMentions(
  ctx: Context,
  writer: { accountId: string },
  named: readonly string[],
  before: ReadonlySet<string> = new Set(),
): Promise<Fail | null> {
  const fresh = named.filter((handle) => !before.has(handle)).length
  if (fresh === 0) return null
  if (named.length > MAX_MENTIONS)
    return fail(tooManyMentions, { params: { maximum: MAX_MENTIONS }, fields: { text: 'too-many-mentions.field' } })
  const wait = await ctx.limits.take('mentions', `a${writer.accountId}`, HOURLY, fresh)
  return wait > 0 ? fail(tooMany, { params: { seconds: wait } }) : null
}
