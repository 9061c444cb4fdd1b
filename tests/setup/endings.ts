// What tests opened and nobody else closes. Hooks cannot be made while a test or another hook runs, and several test files share one process:
// so things are noted here, and `each-file.ts` ends them after the last test of the file that opened them.

const endings: (() => unknown)[] = []

/** Has this run after the last test of the file; what was opened last ends first. */
export const atEnd = (end: () => unknown): void => void endings.push(end)

export async function endAll(): Promise<void> {
  for (const end of endings.splice(0).reverse()) await end()
}
