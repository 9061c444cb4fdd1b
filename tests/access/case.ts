import type { World } from './world.ts'

/** Expected statuses. `owner` is Mei: a case that even she cannot do would prove nothing about the others. */
export interface Case {
  what?: string
  url: (w: World) => string | Promise<string>
  body?: (w: World) => object | Promise<object>
  anonymous?: number
  other: number
  blocked?: number
  suspended?: number
  owner?: number
  /** It takes from the people of the world what other cases need: asked after all of them. */
  last?: true
}

/** Route (`GET /v1/notes/:id`) → what is asked of it. Each room has one in its `access.cases.ts`. */
export type Access = Record<string, Case[]>

export const at = (url: string, more: Omit<Case, 'url'>): Case => ({ url: () => url, ...more })
export const none = '999'

/** A thing that only its owner may touch, and nobody else may know of. */
export const own = (make: (w: World) => Promise<string>, url: (id: string) => string, owner: number, body?: () => object): Case => ({
  url: async (w) => url(await make(w)),
  ...(body ? { body } : {}),
  other: 404,
  blocked: 404,
  suspended: 404,
  owner,
})
/** What only the author of a visible thing may do. Whoever sees it hears "forbidden" or "not found". */
export const mineOnly = (make: (w: World) => Promise<string>, url: (id: string) => string, owner: number, body?: () => object): Case => ({
  url: async (w) => url(await make(w)),
  ...(body ? { body } : {}),
  other: 404,
  blocked: 404,
  owner,
})
/** The same of something that all may see: strangers hear that it is not theirs. */
export const visibleMine = (...of: Parameters<typeof mineOnly>): Case => ({ ...mineOnly(...of), other: 403 })
export const readable = (url: string, more: Partial<Case> = {}): Case[] => [at(url, { anonymous: 200, other: 200, ...more })]
export const mine = (url: string, more: Partial<Case> = {}): Case[] => [at(url, { other: 200, ...more })]
export const admin = (url: string, body?: () => object): Case[] => [{ url: () => url, ...(body ? { body } : {}), other: 403, owner: 403 }]
