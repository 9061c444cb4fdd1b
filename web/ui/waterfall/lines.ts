/** East Asian characters and pictographs take a whole em. */
const isWide = (code: number) =>
  code >= 0x1100 &&
  (code <= 0x115f ||
    (code >= 0x2e80 && code <= 0xa4cf) ||
    (code >= 0xac00 && code <= 0xd7a3) ||
    (code >= 0xf900 && code <= 0xfaff) ||
    (code >= 0xfe30 && code <= 0xfe6f) ||
    (code >= 0xff00 && code <= 0xffe6) ||
    code >= 0x1f000)

const isBroad = (code: number) =>
  (code >= 0x41 && code <= 0x5a) || code === 0x6d || code === 0x77 || code === 0x40 || code === 0x25 || code === 0x26
const isThin = (code: number) =>
  code === 0x20 || code === 0x69 || code === 0x6c || code === 0x2e || code === 0x2c || code === 0x27 || code === 0x3a

/**
 * Width of a text in em, generously reckoned and counted no further than `enough`. It need not be exact: the text is cut at the lines
 * that are kept for it, and the estimate leans to the larger number.
 */
export function emsOf(text: string, enough: number): number {
  let ems = 0
  for (let i = 0; i < text.length && ems <= enough; i++) {
    const code = text.codePointAt(i) as number
    if (code > 0xffff) i++
    ems += isWide(code) ? 1 : isBroad(code) ? 0.72 : isThin(code) ? 0.3 : 0.56
  }
  return ems * 1.02
}
