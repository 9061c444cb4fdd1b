import { isIP } from 'node:net'
import ipaddr from 'ipaddr.js'

/** The part of IPv6 from which addresses of the public Internet are given out (RFC 4291; IANA's registry knows no other). */
const given = ipaddr.IPv6.parseCIDR('2000::/3')
/** Behind this prefix a network without IPv4 reaches it (RFC 6052): the last 32 bits are the address that is meant. */
const translated = ipaddr.IPv6.parseCIDR('64:ff9b::/96')
/** What a home or an office network is made of. Link-local addresses are not among them: clouds answer there with their secrets. */
const atHome = new Set(['loopback', 'private', 'uniqueLocal'])

/**
 * Whether this is the address of one machine on the public Internet: neither of this machine nor of a network behind it, nor one that stands for many, for
 * none, or for an IPv4 address in disguise (mapped, 6to4, Teredo). Ranges: IANA's registries of special-purpose addresses, as `ipaddr.js` lists them.
 */
export function isPublic(address: string): boolean {
  const parsed = parse(address)
  if (!parsed) return false
  if (parsed instanceof ipaddr.IPv4) return parsed.range() === 'unicast'
  if (parsed.match(translated)) return isPublic(parsed.toByteArray().slice(12).join('.'))
  return parsed.match(given) && parsed.range() === 'unicast'
}

/** Whether it is an address of this machine or of a private network. */
export function isHome(address: string): boolean {
  const parsed = parse(address)
  return parsed !== undefined && atHome.has(parsed.range())
}

/** Only what a socket takes for an address, too, and none with a zone: those are of a link. */
const parse = (address: string) => (isIP(address) && !address.includes('%') ? ipaddr.parse(address) : undefined)
