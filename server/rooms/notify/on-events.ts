import type { Tx } from '#server/platform/db.ts'
import type { Event, EventName, Handler } from '#server/platform/events.ts'
import type { Hears, Kinds, Told } from './kind.ts'
import { kinds } from './kinds.ts'
import { withoutMuted } from './muted-words.ts'
import { onAccountDeleted, onBlocked } from './on-people.ts'
import type { Kind } from './schema.ts'
import type { SubjectType } from './subject.ts'
import { subjects } from './subjects.ts'
import { forget, tell, untell } from './tell.ts'
import { undone, worthTelling } from './worth-telling.ts'

/** What concerns every kind. */
const common: { readonly [N in EventName]?: Handler<N> } = { 'account.blocked': onBlocked, 'account.deleted': onAccountDeleted }

const entries = <K extends string, V>(table: Readonly<Record<K, V>>): [K, V][] => Object.entries(table) as [K, V][]

/** What each of these makes of a batch, with its name. */
async function collect<K extends string, N extends EventName, T extends object>(
  from: readonly [K, Hears<T> | undefined][],
  name: N,
  events: Event<N>[],
  tx: Tx,
): Promise<(T & { kind: K })[]> {
  const all: (T & { kind: K })[] = []
  for (const [kind, hears] of from) for (const one of (await hears?.[name]?.(events, tx)) ?? []) all.push({ ...one, kind })
  return all
}

/** Where one deed tells a person as several kinds, the first kind stays. */
function nearest<T extends Told & { kind: Kind }>(told: readonly T[]): T[] {
  const as = new Map<string, Kind>()
  return told.filter(({ to, group, kind }) => {
    const key = `${to} ${group}`
    if (!as.has(key)) as.set(key, kind)
    return as.get(key) === kind
  })
}

/** How a set of kinds hears: for an event its handler; `events` are those that any of them, or of their subjects, hears of. */
export function hearing(all: Kinds): { handler: <N extends EventName>(name: N) => Handler<N>; events: readonly EventName[] } {
  const list = entries(all)
  const worth = worthTelling(all)
  const back = undone(all)
  const staying = list.flatMap(([kind, { stays }]) => (stays ? [kind] : []))
  const kept = entries<SubjectType, { gone?: Hears<string> }>(subjects)
  const tables: (object | undefined)[] = [common, ...list.flatMap(([, k]) => [k.tells, k.takesBack]), ...kept.map(([, s]) => s.gone)]
  return {
    events: [...new Set(tables.flatMap((t) => Object.keys(t ?? {}) as EventName[]))],
    handler: (name) => async (ctx, tx, events) => {
      const told = nearest(
        await collect(
          list.map(([kind, k]) => [kind, k.tells]),
          name,
          events,
          tx,
        ),
      )
      const quiet = await withoutMuted(
        tx,
        told.filter((t) => all[t.kind].words),
      )
      await tell(ctx, tx, worth, [...told.filter((t) => !all[t.kind].words), ...quiet])
      await untell(
        tx,
        back,
        await collect(
          list.map(([kind, k]) => [kind, k.takesBack]),
          name,
          events,
          tx,
        ),
      )
      for (const [type, { gone }] of kept) await forget(tx, type, (await gone?.[name]?.(events, tx)) ?? [], staying)
      await common[name]?.(ctx, tx, events)
    },
  }
}

/** What this room hears of; `server/wiring.ts` says from which events. */
export const notifyHears = hearing(kinds)
