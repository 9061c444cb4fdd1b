/** Stands for this site while an address is read; no real one ends so. */
const HERE = 'http://here.invalid'
const LONGEST = 2000

/**
 * Where a form or a sign-in leads next, from whatever a caller put there: a path of this site in ASCII, or `/`. It is read as browsers read addresses (they drop
 * tabs, take `\` for `/` and fold dots), and what comes out is what was understood, never what was said. The same stands in web/lib/path.ts; a test
 * holds the two together.
 */
export function returnPath(next: string | null | undefined): string {
  if (!next || next.length > LONGEST || !/^\/[^\\]*$/.test(next) || /\p{Cc}/u.test(next)) return '/'
  try {
    const url = new URL(next, HERE)
    const path = url.pathname + url.search + url.hash
    // Folding dots can bring a second slash to the front; encoded ones are a slash to whatever decodes once too often.
    return url.origin === HERE && !/^\/(?:\/|%(?:2f|5c|0[0-9a-f]))/i.test(path) ? path : '/'
  } catch {
    return '/'
  }
}
