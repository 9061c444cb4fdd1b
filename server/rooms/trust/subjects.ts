import type { Context } from '#server/platform/context.ts'
import type { Viewer } from '#server/platform/http.ts'
import { accountSubject } from './read.ts'
import type { Subject } from './schema.ts'

/** What a reported thing says and whose it is. */
export interface ReportedSubject {
  authorId: string | null
  /** Title or first words. */
  excerpt: string
  /** Path on this site. */
  link: string
}
/** Finds a subject as this person may see it; null: there is nothing they could report. */
export type SubjectResolver = (ctx: Context, viewer: Viewer, id: string) => Promise<ReportedSubject | null>

const resolvers = (ctx: Context): Map<Subject['type'], SubjectResolver> =>
  ctx.hold(
    'trust.subjects',
    () =>
      new Map<Subject['type'], SubjectResolver>([
        // Someone who blocked me can still be reported: their handle stands where they wrote to others.
        ['account', (c, _viewer, id) => accountSubject(c.db, id)],
      ]),
  )

/** A room on a higher shelf says here, at start, how its things are found. */
export const registerSubject = (ctx: Context, type: Subject['type'], find: SubjectResolver): void => {
  resolvers(ctx).set(type, find)
}

export const findSubject = async (ctx: Context, viewer: Viewer, { type, id }: Subject): Promise<ReportedSubject | null> =>
  (await resolvers(ctx).get(type)?.(ctx, viewer, id)) ?? null
