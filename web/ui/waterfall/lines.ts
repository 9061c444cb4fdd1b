/** East Asian characters take a whole em; all others about half of one. */
const wide =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]|\p{Extended_Pictographic}/u

/**
 * Lines a text needs at a width, generously reckoned and no more than `max`. It need not be exact: the text is cut at the lines that
 * were kept for it, and the estimate leans to the larger number.
 */
export function linesOf(text: string, width: number, size: number, max: number): number {
  let ems = 0
  for (const letter of text) {
    ems += wide.test(letter) ? 1 : /[A-ZMWmw@%&]/.test(letter) ? 0.72 : /[\sil.,:;'|!]/.test(letter) ? 0.3 : 0.56
    if (ems * size > width * max) return max
  }
  return Math.min(max, Math.max(1, Math.ceil((ems * size * 1.02) / width)))
}
