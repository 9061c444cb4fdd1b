import { idsTopic, tellAll } from '#server/platform/bus.ts'
import { type Cached, everything } from '#server/platform/cached.ts'
import type { Context } from '#server/platform/context.ts'
import { type Queryable, sql } from '#server/platform/db.ts'
import { serverLocales } from '#server/platform/i18n.ts'
import { own } from '#server/platform/own.ts'
import { currentVersion } from '../agreements.ts'
import type { Site } from '../schema.ts'
import { countsHere } from '../secret.ts'

interface Person {
  handle: string
  display_name: string
  avatar: string | null
  about: Record<string, string>
}

const topic = idsTopic('accounts.site')

/** By language. */
const kept = (ctx: Context): Cached<Site> => ctx.cached({ topic, max: 20, ttl: 5_000, load: (locale) => read(ctx, locale) })

/** Facts about this installation that every visitor may know, kept for five seconds. */
export const site = (ctx: Context, locale: string): Promise<Site> => kept(ctx).get(locale)

async function read(ctx: Context, locale: string): Promise<Site> {
  const admin = await ctx.db.one(sql`
    select 1 from account a join account_secret s on s.account_id = a.id
    where a.role = 'admin' and a.state <> 'deleted' and ${countsHere(ctx)} limit 1`)
  const people = ctx.config.demo
    ? await ctx.db.rows<Person>(sql`
        select a.handle, a.display_name, a.avatar_url as avatar, d.about
        from demo_person d join account a on a.id = d.account_id where a.state = 'active' order by d.position`)
    : []
  return {
    name: ctx.config.siteName,
    origin: ctx.config.origin,
    needsAdmin: !admin,
    demo: ctx.config.demo,
    demoPeople: people.map((p) => ({
      handle: p.handle,
      displayName: p.display_name,
      avatar: p.avatar,
      about: own(p.about, locale) ?? p.about.en ?? '',
    })),
    locales: [...serverLocales] as Site['locales'],
    email: ctx.mail.on,
    kept: ctx.config.sitePlace,
    agreements: currentVersion(ctx),
  }
}

/** In the transaction that makes its administrator: no process says any more that there is none. */
export const siteChanged = (tx: Queryable): Promise<void> => tellAll(tx, topic, [everything])

/** The same at once in this process; to be called after the commit. */
export const forgetSite = (ctx: Context): void => kept(ctx).forget([everything])
