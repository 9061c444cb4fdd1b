/** A kind of refusal with a stable code. Its words live in `server/i18n/<locale>/*.json` under the same key. */
export interface ProblemKind {
  readonly code: string
  /** HTTP status the doors answer with. */
  readonly status: number
}

export interface ProblemMore {
  /** Field path → message key (see i18n), for forms. */
  fields?: Record<string, string>
  /** Values for the `{placeholders}` of title and detail. */
  params?: Record<string, string | number>
  /** Extra members of the problem document, such as `alternatives`. */
  extra?: Record<string, unknown>
}

export interface Fail extends ProblemMore {
  readonly ok: false
  readonly problem: ProblemKind
}
export interface Ok<T> {
  readonly ok: true
  readonly value: T
}
/** What a verb returns: the value, or what the person can do something about. Anything else is thrown. */
export type Result<T> = Ok<T> | Fail

const kinds = new Map<string, ProblemKind>()

/** Names a kind of refusal. The same code with another status is a bug. */
export function problem(code: string, status: number): ProblemKind {
  const had = kinds.get(code)
  if (had && had.status !== status) throw new Error(`problem ${code} is both ${had.status} and ${status}`)
  const kind = had ?? Object.freeze({ code, status })
  kinds.set(code, kind)
  return kind
}

/** All kinds named so far; the catalogue check and the API's documentation read it. */
export const problemKinds = (): readonly ProblemKind[] => [...kinds.values()]

/** The verb did it. */
export function ok(): Ok<undefined>
export function ok<T>(value: T): Ok<T>
export function ok<T>(value?: T): Ok<T | undefined> {
  return { ok: true, value }
}
/** The verb refuses. */
export const fail = (kind: ProblemKind, more: ProblemMore = {}): Fail => ({ ok: false, problem: kind, ...more })

export const notFound = problem('not-found', 404)
export const notAllowed = problem('method-not-allowed', 405)
export const invalid = problem('invalid', 400)
export const signInFirst = problem('sign-in-first', 401)
export const forbidden = problem('forbidden', 403)
export const tooMany = problem('too-many-requests', 429)
export const csrf = problem('csrf', 403)
export const internal = problem('internal', 500)
export const unavailable = problem('unavailable', 503)
/** No room on the disk, ours or the database's. */
export const storageFull = problem('storage-full', 507)
export const tooLarge = problem('too-large', 413)
export const suspendedAccount = problem('account-suspended', 403)
export const leavingAccount = problem('account-leaving', 403)
export const keyReused = problem('idempotency-key-reused', 422)
export const keyGone = problem('idempotency-key-gone', 410)
export const keyBusy = problem('idempotency-key-busy', 409)
