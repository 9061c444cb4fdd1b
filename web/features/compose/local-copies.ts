import type { Content } from './content.ts'

/** What this device keeps of one note being written. Written at every change, before anything travels. */
export interface LocalCopy {
  /** Of the writing on this device; the same from the first letter to the end. */
  id: string
  /** Its draft on the server, once there is one. */
  draft: string | null
  /** Version of that draft that this device has seen last. */
  version: number
  /** Idempotency-Key of making that draft: an answer that was lost with the tab makes no second one. */
  birth: string
  content: Content
  /** What was sent without an answer: a save that arrived all the same is recognised by it. */
  tried: Content[]
  /** There is something that the server does not have yet. */
  ahead: boolean
  /** Pictures in order: media ids, and names (`file:…`) of those that only this device has. */
  order: string[]
  at: number
}

const prefix = (account: string) => `writing ${account} `

/** False when the device has no room (or refuses): then the server is all there is. */
export function saveLocal(account: string, kept: LocalCopy): boolean {
  try {
    localStorage.setItem(prefix(account) + kept.id, JSON.stringify(kept))
    return true
  } catch {
    return false
  }
}

export function dropLocal(account: string, id: string): void {
  try {
    localStorage.removeItem(prefix(account) + id)
  } catch {
    // A device that keeps nothing has nothing to drop.
  }
}

/** Everything kept for this account, last touched first. */
export function localCopies(account: string): LocalCopy[] {
  const found: LocalCopy[] = []
  try {
    for (let i = 0; i < localStorage.length; i++) {
      const key = localStorage.key(i)
      if (!key?.startsWith(prefix(account))) continue
      const kept = JSON.parse(localStorage.getItem(key) ?? 'null') as LocalCopy | null
      if (kept?.content) found.push(kept)
    }
  } catch {
    // Unreadable: what can be read is better than nothing.
  }
  return found.sort((a, b) => b.at - a.at)
}

/** By its id on this device, or by that of its draft. */
export const findLocal = (account: string, id: string): LocalCopy | undefined =>
  localCopies(account).find((kept) => kept.id === id || kept.draft === id)
