import { type Sql, sql } from '#server/platform/db.ts'
import { between } from '#server/rooms/graph/index.ts'
import type { Kinds, Of } from './kind.ts'
import { here } from './read.ts'
import { subjects } from './subjects.ts'

/** `case <column> when 'name' then … else <otherwise> end` over those of the table that have a rule. */
function eachBy<T>(column: Sql, table: Readonly<Record<string, T>>, rule: (entry: T) => Sql | undefined, otherwise: boolean): Sql {
  const ruled = Object.entries(table).flatMap(([name, entry]) => {
    const found = rule(entry)
    return found ? [sql`when ${sql.raw(`'${name}'`)} then ${found}`] : []
  })
  if (ruled.length === 0) return sql.raw(String(otherwise))
  return sql`case ${column} ${sql.join(ruled, ' ')} else ${sql.raw(String(otherwise))} end`
}

const columnsOf = (relation: string): Of => ({
  to: sql.raw(`${relation}.to_id`),
  actor: sql.raw(`${relation}.actor_id`),
  subject: sql.raw(`${relation}.subject_id`),
})

/**
 * Of the relation `told`, what is to reach its person: from someone who is here, may meet them and is not muted, about something that is there for
 * them, and still so. One statement, however many they are: each rule is a condition that the room it belongs to has given.
 */
export function worthTelling(kinds: Kinds): Sql {
  const of = columnsOf('told')
  return sql`
    select told.* from told
    where ${here.reads(of.to)}
      and (told.actor_id is null or (${here.acts(of.actor)} and not ${between.blocked(of.to, of.actor)} and not ${between.mutes(of.to, of.actor)}))
      and ${eachBy(sql`told.subject_type`, subjects, (s) => s.standing?.(of.subject, of.to), true)}
      and ${eachBy(sql`told.kind`, kinds, (k) => k.still?.(of), true)}`
}

/**
 * A condition on the relation `g`: it is not so any more. A like taken back and given again before either was told is a like, in whichever order
 * the two are heard of.
 */
export const undone = (kinds: Kinds): Sql => sql`not ${eachBy(sql`g.kind`, kinds, (k) => k.still?.(columnsOf('g')), false)}`
