import { LRUCache } from 'lru-cache'
import type { Context } from './context.ts'
import { type HeardEars, heard } from './heard.ts'
import { type Ending, sweep } from './sweep.ts'

/** How long what was made may be given out while nothing is heard of what it names, in milliseconds since its making began. */
export interface Life {
  /** After that whoever asks has it made anew, and waits for nothing. */
  fresh: number
  most: number
}

export interface Made<V> {
  value: V
  /** Ids of all that it was made of and shows. */
  names: Iterable<string>
  /** Null: for those who wait for it now, and nobody after them. */
  life: Life | null
}

interface Entry<V> {
  value: V
  names: ReadonlySet<string>
  /** Both by the clock of durations. */
  fresh: number
  until: number
}

/** What is heard while something is made: it may have been made of what was before. */
interface Meanwhile {
  changed: Set<string>
  counted: Set<string>
  missed: boolean
}

/** How long a number may be behind, ms. */
export const COUNTED_MS = 2000
/** Made anew at once while old ones are given out; more would take the time from those who wait. */
const BEHIND = 2

/**
 * Things made for nobody in particular (pages, lists as bytes), kept as long as all they name stands. Dropped the moment one of these is heard to have
 * changed; a moved number leaves two seconds. Made once for all who ask meanwhile.
 */
export class Standing<V> implements HeardEars, Ending {
  readonly #monotonic: () => number
  readonly #kept: LRUCache<string, Entry<V>>
  /** Keys of what names an id. */
  readonly #keys = new Map<string, Set<string>>()
  readonly #making = new Map<string, Promise<V>>()
  readonly #meanwhile = new Set<Meanwhile>()

  /** `bytes`: how much is kept in all. `sizeOf`: of one, in bytes, at least 1. */
  constructor(ctx: Context, bytes: number, sizeOf: (value: V) => number) {
    this.#monotonic = () => ctx.clock.monotonic()
    this.#kept = new LRUCache({
      maxSize: bytes,
      sizeCalculation: ({ value }) => sizeOf(value),
      dispose: ({ names }, key, why) => {
        // `set`: only weighed again.
        if (why !== 'set') this.#unlink(names, key)
      },
    })
    heard(ctx).hear(this)
    sweep(ctx, this)
  }

  /** What is kept, or on its way, under a key; undefined: nothing. Something that is no longer fresh is made anew behind the answer. */
  find(key: string, make: () => Promise<Made<V>>): V | Promise<V> | undefined {
    const had = this.#kept.get(key)
    const now = this.#monotonic()
    if (!had || had.until <= now) return this.#making.get(key)
    if (had.fresh <= now && this.#making.size < BEHIND && !this.#making.has(key)) this.make(key, make).catch(() => {})
    return had.value
  }

  /** Makes it, for all who ask meanwhile. What failed is not kept. */
  make(key: string, make: () => Promise<Made<V>>): Promise<V> {
    const began = this.#monotonic()
    const meanwhile: Meanwhile = { changed: new Set(), counted: new Set(), missed: false }
    this.#meanwhile.add(meanwhile)
    const making = Promise.resolve()
      .then(make)
      .then((made) => {
        this.#keep(key, made, began, meanwhile)
        return made.value
      })
      .finally(() => {
        this.#meanwhile.delete(meanwhile)
        if (this.#making.get(key) === making) this.#making.delete(key)
      })
    this.#making.set(key, making)
    return making
  }

  /** The value weighs more or less than it did. */
  weigh(key: string, value: V): void {
    const entry = this.#kept.peek(key)
    if (entry?.value === value) this.#kept.set(key, { ...entry })
  }

  changed(ids: readonly string[]): void {
    for (const { changed } of this.#meanwhile) for (const id of ids) changed.add(id)
    // Whoever asks from now on shall not get what was begun before.
    this.#making.clear()
    for (const id of ids) for (const key of [...(this.#keys.get(id) ?? [])]) this.#kept.delete(key)
  }

  counted(ids: readonly string[]): void {
    for (const { counted } of this.#meanwhile) for (const id of ids) counted.add(id)
    const now = this.#monotonic()
    for (const id of ids)
      for (const key of this.#keys.get(id) ?? []) {
        const entry = this.#kept.peek(key)
        if (entry) age(entry, now)
      }
  }

  purgeStale(): void {
    const now = this.#monotonic()
    for (const [key, { until }] of [...this.#kept.entries()]) if (until <= now) this.#kept.delete(key)
  }

  missed(): void {
    for (const meanwhile of this.#meanwhile) meanwhile.missed = true
    this.#making.clear()
    this.#kept.clear()
  }

  #keep(key: string, { value, names, life }: Made<V>, began: number, { changed, counted, missed }: Meanwhile): void {
    if (!life || missed) return
    const all = new Set(names)
    if (!all.isDisjointFrom(changed)) return
    const entry = { value, names: all, fresh: began + life.fresh, until: began + life.most }
    if (!all.isDisjointFrom(counted)) age(entry, began)
    this.#kept.delete(key)
    this.#kept.set(key, entry)
    // One that is larger than all room is not kept.
    if (!this.#kept.has(key)) return
    for (const id of all) {
      const keys = this.#keys.get(id)
      if (keys) keys.add(key)
      else this.#keys.set(id, new Set([key]))
    }
  }

  #unlink(names: ReadonlySet<string>, key: string): void {
    for (const id of names) {
      const keys = this.#keys.get(id)
      keys?.delete(key)
      if (keys?.size === 0) this.#keys.delete(id)
    }
  }
}

/** A number moved: for half of the time it may be behind it is given out as it is, for the other half made anew as well. */
function age(entry: Entry<unknown>, now: number): void {
  entry.fresh = Math.min(entry.fresh, now + COUNTED_MS / 2)
  entry.until = Math.min(entry.until, now + COUNTED_MS)
}
