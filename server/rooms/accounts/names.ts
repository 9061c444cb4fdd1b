/** Direction controls and other invisible signs with which a name could pose as another; the joiners that emoji and Persian need stay. */
const TRICKS =
  /\u034f|\u17b4|\u17b5|[\u00ad\u061c\u115f\u1160\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\u2800\u3164\ufeff\uffa0\ufff9-\ufffc\u{e0000}-\u{e0fff}]/gu
const STACKED = /(\p{M}{3})\p{M}+/gu

/** A single line such as a name or a place: composed, one space between words, nothing invisible, no towers of accents. May come out empty. */
export function cleanLine(text: string): string {
  const line = text
    .normalize('NFC')
    .replace(/[\p{Cc}\p{Zl}\p{Zp}]/gu, ' ')
    .replace(TRICKS, '')
    .replace(/[\ud800-\udfff]/gu, '')
    .replace(STACKED, '$1')
    .replace(/\s+/g, ' ')
    .trim()
  // Joiners alone are nothing to see.
  return line.replace(/\u200c|\u200d|\p{M}|\s/gu, '') === '' ? '' : line
}

/** A text of several lines, such as a bio. */
export const cleanText = (text: string): string =>
  text
    .normalize('NFC')
    .replace(/\r\n?|[\u2028\u2029]/g, '\n')
    .replace(/[\p{Cc}]/gu, (c) => (c === '\n' ? c : ' '))
    .replace(TRICKS, '')
    .replace(/[\ud800-\udfff]/gu, '')
    .replace(STACKED, '$1')
    .replace(/\n{3,}/g, '\n\n')
    .trim()
