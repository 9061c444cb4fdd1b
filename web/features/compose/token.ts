export interface Token {
  sign: '#' | '@'
  /** Where the sign stands. */
  start: number
  /** What follows it, up to the caret. */
  word: string
}

/** The topic or the name that is being typed at the caret, if any: as the server will find it. */
export function tokenAt(text: string, caret: number): Token | null {
  const found = /(^|[^\w&/.+-])([#＃@＠])([\p{L}\p{M}\p{N}_.\u200c\u200d]{0,60})$/u.exec(text.slice(Math.max(0, caret - 80), caret))
  if (!found) return null
  const word = found[3] ?? ''
  const sign = found[2] === '@' || found[2] === '＠' ? '@' : '#'
  if (sign === '#' && word.includes('.')) return null
  if (sign === '@' && !/^[a-z0-9_.]*$/i.test(word)) return null
  return { sign, start: caret - word.length - 1, word }
}
