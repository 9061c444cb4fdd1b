import type { Kind } from '#server/rooms/notify/schema.ts'
import type { KindView, TabName } from './kind.ts'

const files = import.meta.glob<{ kind: KindView }>('./kinds/*.tsx', { eager: true })

/** Every file of `kinds/` by its name; a test compares them with those the server names. */
export const kinds = Object.fromEntries(
  Object.entries(files).map(([file, { kind }]) => [file.slice('./kinds/'.length, -'.tsx'.length), kind]),
) as Readonly<Record<Kind, KindView>>

/** The kinds of a tab, as the list is asked for them. */
export const kindsOf = (tab: TabName): string =>
  Object.entries(kinds)
    .filter(([, view]) => view.tab === tab)
    .map(([kind]) => kind)
    .join(',')
