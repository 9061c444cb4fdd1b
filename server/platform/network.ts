import type { IncomingHttpHeaders } from 'node:http'
import { isIP } from 'node:net'

/** Where a call comes from, in the two sizes that are counted. */
export interface Network {
  /** One line into the net: an IPv4 address, or the /64 of an IPv6 one (a household or a phone has a whole /64). */
  own: string
  /** What the holder of several lines has: the /56 of an IPv6 address. Null for IPv4, where one address is all. */
  wide: string | null
}

const NOWHERE: Network = { own: 'nowhere', wide: null }

/** The eight groups of a valid IPv6 address, as numbers. */
function groupsOf(ip: string): number[] {
  const [head = '', tail] = ip.split('::')
  const read = (part: string) => (part ? part.split(':') : []).map((g) => Number.parseInt(g, 16))
  const left = read(head)
  if (tail === undefined) return left
  const right = read(tail)
  return [...left, ...Array<number>(8 - left.length - right.length).fill(0), ...right]
}

/** An address as proxies and sockets write it: without port, brackets and zone; null when it is none. */
export function plainAddress(text: string | undefined): string | null {
  if (text === undefined) return null
  const trimmed = text.trim()
  if (trimmed.length > 64) return null
  const bracketed = /^\[([^\]]+)\](?::\d+)?$/.exec(trimmed)?.[1]
  const v4 = /^(\d+\.\d+\.\d+\.\d+):\d+$/.exec(trimmed)?.[1]
  const bare = (bracketed ?? v4 ?? trimmed).split('%', 1)[0] ?? ''
  return isIP(bare) ? bare : null
}

/**
 * What counts as one network. What is no address at all shares one, so that nonsense in a header gains nothing; so does a connection that went
 * away before it was asked (`undefined`, whatever Fastify's types say).
 */
export function networksOf(ip: string | undefined): Network {
  // Each call comes by here, nearly always like this.
  if (ip !== undefined && isIP(ip) === 4) return { own: ip, wide: null }
  const plain = plainAddress(ip)
  if (plain === null) return NOWHERE
  if (isIP(plain) === 4) return { own: plain, wide: null }
  // An IPv4 address at the end may be written as one; its two groups are the last ones.
  const dotted = /^(.*:)(\d+)\.(\d+)\.(\d+)\.(\d+)$/.exec(plain)
  const pair = (a: string, b: string) => (Number(a) * 256 + Number(b)).toString(16)
  const text = dotted ? `${dotted[1]}${pair(dotted[2] ?? '0', dotted[3] ?? '0')}:${pair(dotted[4] ?? '0', dotted[5] ?? '0')}` : plain
  const g = groupsOf(text)
  const at = (i: number) => g[i] ?? 0
  // An IPv4 address that an IPv6 socket saw.
  if (at(5) === 0xffff && !(at(0) || at(1) || at(2) || at(3) || at(4)))
    return { own: `${at(6) >> 8}.${at(6) & 255}.${at(7) >> 8}.${at(7) & 255}`, wide: null }
  const hex = (n: number) => n.toString(16)
  const start = `${hex(at(0))}:${hex(at(1))}:${hex(at(2))}`
  return { own: `${start}:${hex(at(3))}`, wide: `${start}:${hex(at(3) & 0xff00)}/56` }
}

/** The narrower of the two. */
export const networkOf = (ip: string | undefined): string => networksOf(ip).own

/**
 * The caller's address as the last of `proxies` trusted proxies saw it: each one adds what it saw at the end of `X-Forwarded-For`, so what
 * stands further left was said by the caller and may be anything. The same rule as Fastify's `trustProxy: n`.
 */
export function addressOf(headers: IncomingHttpHeaders, socket: string | undefined, proxies: number): string {
  const said = proxies > 0 ? headers['x-forwarded-for'] : undefined
  if (said === undefined) return socket ?? ''
  const chain = (Array.isArray(said) ? said.join(',') : said).split(',')
  return (chain.at(-Math.min(proxies, chain.length)) ?? '').trim() || (socket ?? '')
}
