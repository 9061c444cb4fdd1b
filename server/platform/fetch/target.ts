import { isIP } from 'node:net'
import { FetchProblem } from './problem.ts'

/** What an address may be. */
export interface TargetRules {
  /** Whether a machine may be asked. */
  allows: (address: string) => boolean
  /** Ports beside 80 for http and 443 for https; `any` for all. */
  ports: readonly number[] | 'any'
  /** https only. */
  secure: boolean
  /** Names that no server of names of the public Internet knows. */
  innerNames: boolean
}

const LONGEST = 2048
/** Kept for other uses than the public Internet's (RFC 6761, 6762, 7686, 8375, 9476, ICANN's `internal`). */
const inner = /(^|\.)(localhost|local|internal|intranet|lan|home|corp|home\.arpa|onion|alt|test|invalid|example)$/

/**
 * An address as it will be asked for. What people and servers write for an IPv4 address (octal, hexadecimal, one number, full-width digits) is one
 * after parsing, as the URL standard has it. Throws `FetchProblem`.
 */
export function targetOf(text: string, rules: TargetRules, base?: URL): URL {
  if (text.length > LONGEST || !URL.canParse(text, base?.href)) throw new FetchProblem('url')
  const url = new URL(text, base?.href)
  if ((url.protocol !== 'http:' && url.protocol !== 'https:') || url.username || url.password || url.href.length > LONGEST)
    throw new FetchProblem('url')
  if (url.protocol === 'http:' && rules.secure) throw new FetchProblem('insecure')
  // The parser leaves out a port that is the usual one; 80 for https is not.
  if (url.port !== '' && rules.ports !== 'any' && !rules.ports.includes(Number(url.port))) throw new FetchProblem('port')
  // One dot at the end means the same name, but not to certificates nor to whoever compares names.
  if (url.hostname.endsWith('.')) url.hostname = url.hostname.slice(0, -1)
  const host = hostOf(url)
  if (host === '' || host.endsWith('.')) throw new FetchProblem('url')
  if (isIP(host)) {
    if (!rules.allows(host)) throw new FetchProblem('address')
  } else if (!rules.innerNames && (!host.includes('.') || inner.test(host))) throw new FetchProblem('address')
  return url
}

/** The name, or an address without brackets. */
export const hostOf = ({ hostname }: URL): string => hostname.replace(/^\[(.*)\]$/, '$1')

/** Where a redirect leads; never from https to http. `rulesOf` says what holds for an origin. Throws `FetchProblem`. */
export function nextTarget(from: URL, location: string, rulesOf: (origin: string) => TargetRules): URL {
  // Servers write letters beyond ASCII as UTF-8, which arrives byte by byte.
  const text = Buffer.from(location, 'latin1').toString()
  if (!URL.canParse(text, from.href)) throw new FetchProblem('url')
  const rules = rulesOf(new URL(text, from).origin)
  const next = targetOf(text, { ...rules, secure: rules.secure || from.protocol === 'https:' }, from)
  if (!next.hash) next.hash = from.hash
  return next
}
