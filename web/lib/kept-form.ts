/**
 * What was typed into a form, kept while the tab lives: whoever reads the rules meanwhile, or changes the language, finds it again. Never a password:
 * storage can be read by whoever sits at the device next.
 */
export function keptForm<T extends object>(name: string) {
  const key = `form ${name}`
  return {
    read(): Partial<T> {
      try {
        return JSON.parse(sessionStorage.getItem(key) ?? '{}') as Partial<T>
      } catch {
        return {}
      }
    },
    keep(typed: T): void {
      try {
        sessionStorage.setItem(key, JSON.stringify(typed))
      } catch {
        // A browser without storage forgets.
      }
    },
    drop(): void {
      try {
        sessionStorage.removeItem(key)
      } catch {
        // As above.
      }
    },
  }
}
