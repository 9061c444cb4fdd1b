/** Words that stand in no language, a new one each time; the same seed gives the same words. */
export function markers(seed: number): () => string {
  const letters = 'bcdfgjkqvwxz'
  let n = 0
  return () => {
    let rest = (seed * 1_000_003 + n++ * 7919) >>> 0
    let word = ''
    for (let i = 0; i < 5; i++) {
      word += letters[rest % letters.length]
      rest = Math.floor(rest / letters.length)
    }
    // The count keeps two apart whatever the sum says.
    return `zq${word}${[...n.toString(26)].map((d) => String.fromCharCode(97 + Number.parseInt(d, 26))).join('')}x`
  }
}
