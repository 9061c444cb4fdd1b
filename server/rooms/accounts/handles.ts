import type { Context } from '#server/platform/context.ts'
import { sql } from '#server/platform/db.ts'
import { Handle, type HandleAnswer } from './schema.ts'

/** Names that speak for the site, and words that screens and addresses use. Compared without dots and underscores. */
const reserved = new Set(
  `
  about abuse account accounts activitypub admin admins administrator administrators all anonymous anyone api app apps archive archives
  article articles assets auth authorize backup billing block board boards booking bookings bot bots business careers cart chat checkin
  checkout client clients comment comments community compose contact contract cookies copyright customer data delete deleted demo demos
  developer developers dev discover dmca docs domain download drafts editor editors edit email error events everybody everyone explore
  export exports faq feed feedback feeds file files filters finance follow followers following forbidden forum guest guidelines guide hashtag
  healthz help helpdesk here hold holds home host hostmaster i18n images import imports inbox index info invite jobs keys language
  languages learn legal likes list lists live local localhost login logout mail mailerdaemon mastodon maintenance manager me media members
  message messages metrics mine mod moderation moderator moderators mods myself nearby new news newsletter nobody nodeinfo noreply note
  notes notice notification notifications null oauth oembed official offline openapi operator operators order orders outbox owner owners page
  pages partner password pay payment payments people place places policy postmaster press privacy product products profile profiles
  public pulse recover refund refunds register registration remove report reports reset reviews robots root rss rules safety sale
  sales search secure security sell seller sellers server service services session sessions settings setup share shop shops signin signout
  signup sitemap site someone spam staff stats status store stories story subscribe suggestions superuser support suspended sw
  sysadmin system team teams terms test testing tests tips token topic topics transparency trending trust trustandsafety undefined unknown
  unsubscribe update updates upload uploads user username users verification verified verify vermilion vermilionapp vermilionhelp
  vermilionofficial vermilionsupport vermilionteam video videos views visitor wallet webmaster website welcome wellknown www you zhujian
  zhujianguanfang guanfang guanliyuan kefu xitong vermillion
`
    .trim()
    .split(/\s+/),
)

/** True for handles that nobody may take: with them one could pose as the site. */
export const isReserved = (handle: string): boolean => reserved.has(handle.replace(/[._]/g, ''))

/** Whether a handle can be had, and if not, why. Handles are public, so this tells nothing that a profile does not. */
export async function checkHandle(ctx: Context, wish: string): Promise<HandleAnswer> {
  const read = Handle.safeParse(wish)
  if (!read.success) return { available: false, reason: 'invalid' }
  if (isReserved(read.data)) return { available: false, reason: 'reserved' }
  const taken = await ctx.db.one(sql`select 1 from account where handle = ${read.data} and origin is null`)
  return taken ? { available: false, reason: 'taken' } : { available: true }
}
