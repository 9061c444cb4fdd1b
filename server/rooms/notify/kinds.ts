import type { Kinds, NotificationKind } from './kind.ts'
import { kinds as names } from './schema.ts'

const load = async (name: string) => [name, ((await import(`./kinds/${name}.ts`)) as { kind: NotificationKind }).kind] as const

/** Every kind that schema.ts names, in its order; the server does not start without the file of one. */
export const kinds = Object.fromEntries(await Promise.all(names.map(load))) as Kinds
