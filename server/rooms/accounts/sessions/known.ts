import { LRUCache } from 'lru-cache'
import { idsTopic } from '#server/platform/bus.ts'
import { Changes } from '#server/platform/changes.ts'
import type { Context } from '#server/platform/context.ts'
import { heard } from '#server/platform/heard.ts'
import type { Viewer } from '#server/platform/http.ts'
import { sweep } from '#server/platform/sweep.ts'
import type { AccountStub } from '../schema.ts'
import type { AccountState } from '../tables.ts'

export interface Standing {
  private: boolean
  state: AccountState
}

/** Someone as others meet them. */
export interface Person {
  standing: Standing
  /** null: erased. */
  stub: AccountStub | null
}

/** What a notice that got lost may cost. */
const SESSION_MS = 30_000
const PERSON_MS = 30_000

/** What this process remembers of people for seconds. Every change, here or in another process, takes it out again. */
export class Known {
  readonly viewers = new LRUCache<string, { viewer: Viewer }>({
    max: 20_000,
    ttl: SESSION_MS,
    ttlResolution: 50,
    dispose: (entry, token) => this.#unlink(entry.viewer.accountId, token),
  })
  /** Tokens that were looked for and not found: a browser with an old cookie must not cost a query each time. */
  readonly strangers = new LRUCache<string, true>({ max: 2_000, ttl: SESSION_MS })
  readonly people = new LRUCache<string, Person>({ max: 50_000, ttl: PERSON_MS, ttlResolution: 50 })
  /** Of people: what was read before one may be old and is not kept. */
  readonly changes = new Changes()
  readonly #tokens = new Map<string, Set<string>>()

  keep(token: string, viewer: Viewer): void {
    this.viewers.set(token, { viewer })
    const tokens = this.#tokens.get(viewer.accountId)
    if (tokens) tokens.add(token)
    else this.#tokens.set(viewer.accountId, new Set([token]))
  }

  forget(accountId: string): void {
    this.changes.of(accountId)
    this.people.delete(accountId)
    for (const token of [...(this.#tokens.get(accountId) ?? [])]) this.viewers.delete(token)
  }

  forgetAll(): void {
    this.changes.ofAll()
    this.people.clear()
    this.viewers.clear()
    this.strangers.clear()
  }

  #unlink(accountId: string, token: string): void {
    const tokens = this.#tokens.get(accountId)
    tokens?.delete(token)
    if (tokens?.size === 0) this.#tokens.delete(accountId)
  }
}

/** People who changed; triggers say it, too. */
export const accountTopic = idsTopic('account_changed')

/** This process' memory of people, listening to what other processes change. */
export const known = (ctx: Context): Known =>
  ctx.hold('accounts.known', () => {
    const memory = new Known()
    for (const cache of [memory.viewers, memory.strangers, memory.people]) sweep(ctx, cache)
    ctx.bus.hear(accountTopic, {
      heard: (ids) => {
        for (const id of ids) memory.forget(id)
        heard(ctx).changed(ids)
      },
      missed: () => {
        memory.forgetAll()
        heard(ctx).missed()
      },
    })
    return memory
  })

/** To be called after a change was committed: the notice to other processes is on its way, this one must not wait for it. */
export function changed(ctx: Context, accountId: string): void {
  known(ctx).forget(accountId)
  heard(ctx).changed([accountId])
}
