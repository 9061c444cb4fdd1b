import { streamSafe } from '#server/platform/text.ts'
import { emojiMark } from './emoji.ts'

// Everything that belongs to one emoji: its colour, its variants and what is joined to it.
const emoji =
  /(?:\p{Regional_Indicator}{1,2}|[0-9#*]\ufe0f?\u20e3|\p{Extended_Pictographic}[\ufe0e\ufe0f\p{Emoji_Modifier}]*(?:\u200d\p{Extended_Pictographic}[\ufe0e\ufe0f\p{Emoji_Modifier}]*)*)/gu
const plain = new Set('♡☆✓©®™')

/** A keycap is its digit, an emoji its drawing where there is one; of a joined group the first one counts. */
const degrade = (whole: string): string => {
  if (plain.has(whole)) return whole
  if (/^[0-9#*]/.test(whole)) return whole.charAt(0)
  return emojiMark(whole.match(/\p{Extended_Pictographic}/u)?.[0] ?? '')
}

/** A text as a card can draw it: composed characters, no control characters, emoji as marks (see emoji.ts) or not at all. */
export const cardText = (text: string): string =>
  streamSafe(text)
    .normalize('NFC')
    .replaceAll(/\r\n?|\u2028|\u2029/g, '\n')
    .replaceAll('\t', ' ')
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is removed.
    .replaceAll(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g, '')
    // A text may not bring private characters of its own.
    .replaceAll(/\p{Co}/gu, '')
    .replaceAll(emoji, degrade)
    .replaceAll(/[\ufe0e\ufe0f\u20e3]/g, '')
    // Inside a word they part or join letters, as Persian and Hindi write; elsewhere they are nothing.
    .replaceAll(/(?<![\p{L}\p{M}])[\u200c\u200d]|[\u200c\u200d](?![\p{L}\p{M}])/gu, '')
    .split('\n')
    .map((line) => line.replaceAll(/[ \u00a0\u3000]+/g, ' ').trim())
    .join('\n')
    // Chinese marks bring their own space along.
    .replaceAll(/(?<=[\u3000-\u303f\u4e00-\u9fff\uff00-\uff60“”‘’]) (?=[\u3000-\u303f\u4e00-\u9fff\uff00-\uff60“”‘’])/g, '')
    .replaceAll(/(\p{Co})\1{3,}/gu, '$1$1$1')
    .replaceAll(/\n{3,}/g, '\n\n')
    .trim()

/** Ideographs, kana and their punctuation: what stands in a square of its own. */
export const isSquare = (code: number): boolean =>
  (code >= 0x2e80 && code <= 0x9fff) ||
  (code >= 0xf900 && code <= 0xfaff) ||
  (code >= 0xff00 && code <= 0xff60) ||
  (code >= 0xffe0 && code <= 0xffe6) ||
  (code >= 0x20000 && code <= 0x3ffff)

/** True when a reader would call the text Chinese: more squares than words. */
export const isMostlyChinese = (text: string): boolean => {
  let squares = 0
  for (const character of text) if (isSquare(character.codePointAt(0) ?? 0)) squares++
  return squares > (text.match(/[\p{L}\p{N}’'-]+/gu)?.filter((word) => !isSquare(word.codePointAt(0) ?? 0)).length ?? 0)
}
