import { lookup, Resolver } from 'node:dns/promises'
import type { LookupFunction } from 'node:net'
import { FetchProblem } from './problem.ts'

/** All addresses of a name. */
export type Resolve = (name: string) => Promise<string[]>

/** More are not tried one after the other. */
const MOST = 8

/** Asks the servers of names. Not `getaddrinfo`: it holds one of few threads, which files and passwords need, for as long as a stranger's server likes. */
export function publicNames(): Resolve {
  const resolver = new Resolver({ timeout: 2000, tries: 2 })
  return async (name) => {
    const [six, four] = await Promise.allSettled([resolver.resolve6(name), resolver.resolve4(name)])
    return [six, four].flatMap((found) => (found.status === 'fulfilled' ? found.value : []))
  }
}

/** As this machine understands names, with its own list of hosts: for names that the operator gave. */
export const machineNames: Resolve = async (name) => (await lookup(name, { all: true })).map(({ address }) => address)

/**
 * What a socket asks when it connects: it gets addresses that were checked, and no name is asked for twice, so that nobody can answer differently the
 * second time. One address among them that is not allowed refuses all: whoever mixes them means no good.
 */
export function checkedLookup(resolve: Resolve, allows: (address: string) => boolean): LookupFunction {
  return (name, options, done) => {
    const answer = async () => {
      const addresses = await resolve(name).catch((e: unknown) => {
        throw new FetchProblem('name', e)
      })
      if (addresses.length === 0) throw new FetchProblem('name')
      if (!addresses.every(allows)) throw new FetchProblem('address')
      return addresses.slice(0, MOST).map((address) => ({ address, family: address.includes(':') ? 6 : 4 }))
    }
    answer().then(
      (found) => (options.all ? done(null, found) : done(null, found[0]?.address ?? '', found[0]?.family)),
      (e: Error) => done(e, ''),
    )
  }
}
