interface Turn<W, A> {
  running: Promise<unknown>
  /** What is wanted next, and the answer that everybody who waits for it shares. */
  next: { wish: W; answer: Promise<A> } | null
}

/**
 * Wishes for one thing, one at a time. While one is being fulfilled, the later ones become one: whoever wished before the last gets the last
 * one's answer, and nothing is made that nobody wants any more.
 */
export class LastWish<W, A> {
  readonly #turns = new Map<string, Turn<W, A>>()
  readonly #fulfil: (thing: string, wish: W) => Promise<A>
  readonly #merge: (earlier: W, later: W) => W

  constructor(fulfil: (thing: string, wish: W) => Promise<A>, merge: (earlier: W, later: W) => W) {
    this.#fulfil = fulfil
    this.#merge = merge
  }

  run(thing: string, wish: W): Promise<A> {
    const turn = this.#turns.get(thing)
    if (!turn) {
      const fresh: Turn<W, A> = { running: Promise.resolve(), next: null }
      this.#turns.set(thing, fresh)
      return this.#start(thing, fresh, wish)
    }
    if (turn.next) {
      turn.next.wish = this.#merge(turn.next.wish, wish)
      return turn.next.answer
    }
    const next = { wish, answer: turn.running.then(() => this.#follow(thing, turn)) }
    turn.next = next
    return next.answer
  }

  #follow(thing: string, turn: Turn<W, A>): Promise<A> {
    const { next } = turn
    if (!next) throw new Error('nobody waits')
    turn.next = null
    return this.#start(thing, turn, next.wish)
  }

  #start(thing: string, turn: Turn<W, A>, wish: W): Promise<A> {
    const answer = this.#fulfil(thing, wish)
    turn.running = answer
      .catch(() => {})
      .then(() => {
        if (!turn.next) this.#turns.delete(thing)
      })
    return answer
  }
}
