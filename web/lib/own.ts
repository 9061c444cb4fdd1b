/** What an object holds under a key that may be any text: only what was put there, never what every object inherits ("constructor"). */
export const own = <T>(of: Readonly<Record<string, T>>, key: string): T | undefined => (Object.hasOwn(of, key) ? of[key] : undefined)
