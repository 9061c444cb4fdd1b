import { useSyncExternalStore } from 'react'
import type { ApiProblem } from '#web/lib/api.ts'

export type Way = 'password' | 'passkey' | 'code'
export interface AskedProof {
  /** What this account can show. */
  ways: readonly Way[]
  done: (given: boolean) => void
}

let asked: AskedProof | null = null
let waiting: Promise<boolean> | null = null
const watchers = new Set<() => void>()
const ask = (next: AskedProof | null) => {
  asked = next
  for (const watcher of watchers) watcher()
}

/**
 * Asks, in one dialog, that it is really the owner (`ProofGate` draws it), after the site said `proof-needed`. True once it was shown; false
 * when the person turned away. Two who ask at once share one answer.
 */
export function askProof(problem: ApiProblem): Promise<boolean> {
  const said = problem.document.ways
  const ways = Array.isArray(said) && said.length > 0 ? (said as Way[]) : (['password', 'passkey', 'code'] as const)
  waiting ??= new Promise<boolean>((answer) =>
    ask({
      ways,
      done: (given) => {
        waiting = null
        ask(null)
        answer(given)
      },
    }),
  )
  return waiting
}

/** The question that stands, if any. */
export const useAskedProof = (): AskedProof | null =>
  useSyncExternalStore(
    (watcher) => {
      watchers.add(watcher)
      return () => watchers.delete(watcher)
    },
    () => asked,
    () => null,
  )
