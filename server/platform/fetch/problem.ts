/** What kept something from being fetched. */
export type FetchReason =
  /** No address that could be fetched: not http(s), malformed, longer than 2,048 characters, or with a name and password in it. */
  | 'url'
  /** A port that was not allowed. */
  | 'port'
  /** It leads to an address that is not of the public Internet, or does so among others. */
  | 'address'
  /** Plain http where https was asked for, or a redirect from https to http. */
  | 'insecure'
  /** Too many redirects, one that leads nowhere, or one of a call that changes something. */
  | 'redirect'
  /** Another kind of content than was asked for. */
  | 'type'
  /** More bytes than were allowed, as sent or as decompressed. */
  | 'size'
  /** Compressed in a way that was not asked for, or broken. */
  | 'encoding'
  /** The name is unknown, or the servers of names did not answer. */
  | 'name'
  /** Nobody answered, what was said is no HTTP, or the connection broke. */
  | 'unreachable'
  /** It took longer than allowed, as a whole or between two parts. */
  | 'time'

const passing: ReadonlySet<FetchReason> = new Set(['name', 'unreachable', 'time'])

/** Something was not fetched. Its message quotes no address: it may be logged. */
export class FetchProblem extends Error {
  readonly reason: FetchReason
  constructor(reason: FetchReason, cause?: unknown) {
    super(`not fetched: ${reason}`, cause === undefined ? {} : { cause })
    this.reason = reason
  }
  /** Whether asking again later may go better. */
  get passing(): boolean {
    return passing.has(this.reason)
  }
}
