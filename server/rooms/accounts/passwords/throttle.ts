import { createHash } from 'node:crypto'
import type { Context } from '#server/platform/context.ts'
import type { Rate } from '#server/platform/limits.ts'
import { knownDevice } from '../sessions/known-device.ts'
import type { SessionFrom } from '../sessions/open.ts'
import { FREE, sharedTries, type TryStore } from './tries.ts'

/** The longest wait of one place: about 290 tries a day. */
const LONGEST_MS = 5 * 60_000
/** What a new place waits once for its first look while an account is being guessed at from everywhere. */
const TURN_MS = 10_000
/** How long a place's turn waits for it. */
const TURN_TTL_MS = 10 * 60_000
/** Under such guessing, a place that was wrong waits this many doublings of a second. */
const GUARDED = 13

/** What is guessed at. */
export type Guess = 'password' | 'second step' | 'code in a session' | 'first code' | 'recovery' | 'proof' | 'setup'

interface Together {
  calm: Rate
  /** Missing: beyond `calm` nothing is looked at. */
  guarded?: Rate
  /** Known places are counted together, too, apart from the others. Where this is missing they are not counted. */
  known?: Rate
  /** So many wrong ones of each place are its own, whatever all others have used up. */
  own?: number
}

/**
 * Tries at one account from all unknown places together. Calm: nobody notices. Once those are used up, the account is guarded: unknown places
 * take turns, and so many of them a day are looked at. None for what cannot be guessed (a recovery code at the door, 58 random bits; the start-up
 * code, 80) or leads nowhere (a first code).
 */
const EVERYWHERE: Partial<Record<Guess, Together>> = {
  // 200 + 24 × 200 + 2 × 2,000: at most 9,000 passwords a day, from however many networks.
  password: { calm: { burst: 200, seconds: 3600 }, guarded: { burst: 2000, seconds: 86_400 } },
  // Six digits, three of them right at any time. At most 180 wrong ones a day at all doors together, 1 in 1,850: whoever knows the password
  // has 20 + 4 × 20 + 2 × 10 from unknown places and 2 × 15 from known devices, whoever holds sessions 2 × 10 + 2 × 5.
  'second step': {
    calm: { burst: 20, seconds: 21_600 },
    guarded: { burst: 10, seconds: 86_400 },
    known: { burst: 15, seconds: 86_400 },
  },
  'code in a session': { calm: { burst: 10, seconds: 86_400 }, guarded: { burst: 5, seconds: 86_400 } },
  // Passwords guessed at in sessions that were taken: 200 in the first day and 100 in each after, in all of them together, and three more in each. A
  // session is opened by who has signed in, so a thief makes none; the owner has three tries in theirs, and three more after signing in again.
  proof: { calm: { burst: 100, seconds: 86_400 }, own: 3 },
}

/** Where a try comes from. */
export interface Place {
  key: string
  /** Somebody was let in from there before, or is signed in: strangers' tries elsewhere are not held against it. */
  known: boolean
}

/**
 * Slows guessing down, and not the owner. What counts is the account *and* the place it is tried from: after five wrong tries each further one
 * doubles the wait, up to five minutes. A device that has signed in before is a place of its own, whatever network it is in. Tries from unknown
 * places are counted together as well (see `EVERYWHERE`): then a new place waits ten seconds once, and the right password gets in.
 */
export class Throttle {
  readonly #tries: TryStore

  constructor(tries: TryStore) {
    this.#tries = tries
  }

  /** Counts a try before it is looked at, so that many at once get no further than one after the other. Returns seconds to wait, 0 to go on. An empty place is that of somebody signed in. */
  begin(what: Guess, who: string, from: Place | string): Promise<number> {
    const place = typeof from === 'string' ? { key: from, known: from === '' } : from
    return this.#tries.change(keyOf(what, who, place.key), async (had, now, take) => {
      if (had.until > now) return [had, Math.ceil((had.until - now) / 1000)]
      const together = EVERYWHERE[what]
      if (place.known && together?.known) {
        const wait = await take(`${what} known`, who, together.known)
        if (wait > 0) return [had, wait]
      }
      const isOwn = together === undefined || had.count < (together.own ?? 0)
      const crowded = place.known || had.home || isOwn ? 0 : await take(`${what} everywhere`, who, together.calm)
      if (crowded > 0 && !together?.guarded) return [had, crowded]
      const guarded = crowded > 0 && together?.guarded
      if (guarded) {
        if (had.turn === null || now > had.turn + TURN_TTL_MS) return [{ ...had, turn: now + TURN_MS, at: now }, TURN_MS / 1000]
        if (had.turn > now) return [had, Math.ceil((had.turn - now) / 1000)]
        const wait = await take(`${what} guarded`, who, guarded)
        if (wait > 0) return [had, wait]
      }
      const count = guarded ? Math.max(GUARDED, had.count + 1) : had.count + 1
      const until = count < FREE ? 0 : now + Math.min(LONGEST_MS, 1000 * 2 ** (count - FREE))
      return [{ ...had, count, until, turn: null, at: now }, 0]
    })
  }

  /** It was the right one: forget the wrong ones and remember the place. */
  good(what: Guess, who: string, from: Place | string): Promise<void> {
    // For codes nothing is a home: who took a session sits where the owner was right.
    const home = what === 'password'
    return this.#tries.change(keyOf(what, who, typeof from === 'string' ? from : from.key), async (had, now) => [
      { count: 0, until: 0, turn: null, at: now, home: home || had.home },
      undefined,
    ])
  }

  /** What was right shall cost its owner nothing of what is counted together, however often they show a code. To be called with `good`. */
  async giveBack(what: Guess, who: string, place: Place): Promise<void> {
    const together = EVERYWHERE[what]
    // Of what is counted only from some try on nobody knows whether it was taken.
    if (!together || together.own) return
    if (!place.known) await this.#tries.giveBack(`${what} everywhere`, who, together.calm)
    else if (together.known) await this.#tries.giveBack(`${what} known`, who, together.known)
  }
}

const keyOf = (what: Guess, who: string, place: string): string => `${what} ${who} ${place}`

/** Without limits nobody waits. */
const nobody: Pick<Throttle, 'begin' | 'good' | 'giveBack'> = { begin: async () => 0, good: async () => {}, giveBack: async () => {} }

/** The site's: all processes count together. */
export const throttle = (ctx: Context): Pick<Throttle, 'begin' | 'good' | 'giveBack'> =>
  ctx.config.rateLimits ? ctx.hold('accounts.throttle', () => new Throttle(sharedTries(ctx))) : nobody

/**
 * Under which name tries at a login are counted: the account's, however it was written (`@@Tess`, full-width letters, the e-mail address). A name
 * that nobody has is counted just the same.
 */
export const triedAt = (plain: string, found: { account_id: string } | undefined): string =>
  found ? found.account_id : `no ${createHash('sha256').update(plain).digest('base64url')}`

/** The place of a try at an account: the device where it has signed in before, else the network. */
export function placeOf(ctx: Context, from: SessionFrom, accountId: string | undefined): Place {
  // Looked at for an account that is not there, too, so that the work is the same.
  const device = knownDevice(ctx, from.cookie, accountId ?? '0')
  return device === null ? { key: from.network ?? '', known: false } : { key: `device ${device}`, known: true }
}
