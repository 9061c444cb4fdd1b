import { LRUCache } from 'lru-cache'

/** Changes of single things remembered; who began to read before more than that came is told that everything changed. */
const REMEMBERED = 2000

/**
 * What changed lately. Whoever reads something to keep it asks for the moment first, and afterwards whether the thing changed since: then what was read may be
 * older than the change, whose notice will not come again.
 */
export class Changes {
  #count = 0
  #all = 0
  readonly #last = new LRUCache<string, number>({ max: REMEMBERED })

  /** To be taken before reading. */
  get now(): number {
    return this.#count
  }

  of(id: string): void {
    this.#last.set(id, ++this.#count)
  }

  ofAll(): void {
    this.#all = ++this.#count
  }

  since(moment: number, id: string): boolean {
    return this.#all > moment || this.#count - moment >= REMEMBERED || (this.#last.peek(id) ?? 0) > moment
  }
}
