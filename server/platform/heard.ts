import type { Context } from './context.ts'

/** Whoever keeps something made of what may change. Ids are the site's own: no two things of any kind share one. */
export interface HeardEars {
  /** These are other than they were, or gone: what was made of them is wrong from now on. */
  changed(ids: readonly string[]): void
  /** Only numbers of theirs moved. */
  counted(ids: readonly string[]): void
  /** Anything may have changed unheard. */
  missed(): void
}

/**
 * What this process has just learnt to have changed: by its own commits at once, by those of other processes as soon as their notices are heard. Rooms that
 * hear such notices pass them on here; whoever listens knows no room.
 */
class Heard implements HeardEars {
  readonly #ears: HeardEars[] = []

  hear(ears: HeardEars): void {
    this.#ears.push(ears)
  }

  changed(ids: readonly string[]): void {
    for (const ears of this.#ears) ears.changed(ids)
  }

  counted(ids: readonly string[]): void {
    for (const ears of this.#ears) ears.counted(ids)
  }

  missed(): void {
    for (const ears of this.#ears) ears.missed()
  }
}

export const heard = (ctx: Context): Heard => ctx.hold('platform.heard', () => new Heard())
