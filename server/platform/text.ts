/**
 * The one cleaning of what people write, and the one way of cutting it. Both take time in proportion to the text, never make it longer,
 * and cleaning a clean text changes nothing.
 */

/** Nothing here but letters, signs and spaces that are kept as they are: most texts, and no need to look at each character. */
const ORDINARY =
  /^[\n -~\u00a1-\u00ac\u00ae-\u02ff\u0391-\u03c9\u0410-\u044f\u3001-\u3029\u3041-\u3096\u30a1-\u30fa\u4e00-\u9fff\uac00-\ud7a3\uff01-\uff5e]*$/

/** What is drawn as nothing (Unicode: Default_Ignorable_Code_Point), the signs of annotation, a lone half of a pair, and controls. */
const UNSEEN = /[\p{DI}\p{Cc}\p{Cs}\ufff9-\ufffc]/u
/** Scripts whose words are spelt with joiners. */
const JOINING =
  /[[\p{L}\p{M}]&&[\p{scx=Arab}\p{scx=Syrc}\p{scx=Mong}\p{scx=Nkoo}\p{scx=Mand}\p{scx=Deva}\p{scx=Beng}\p{scx=Guru}\p{scx=Gujr}\p{scx=Orya}\p{scx=Taml}\p{scx=Telu}\p{scx=Knda}\p{scx=Mlym}\p{scx=Sinh}\p{scx=Khmr}\p{scx=Mymr}\p{scx=Tibt}]]/v
const MONGOLIAN = /\p{sc=Mong}/u
const HAN = /\p{sc=Han}/u
const MARK = /\p{M}/u
/** Scripts that build a syllable of many marks: Burmese မျှော် has five, Tibetan stacks its consonants. */
const BUILDING =
  /[\p{sc=Mymr}\p{sc=Tibt}\p{sc=Khmr}\p{sc=Bali}\p{sc=Java}\p{sc=Lana}\p{sc=Deva}\p{sc=Beng}\p{sc=Guru}\p{sc=Gujr}\p{sc=Orya}\p{sc=Taml}\p{sc=Telu}\p{sc=Knda}\p{sc=Mlym}\p{sc=Sinh}]/u
const MOST_MARKS = 3
const MOST_BUILT = 6
/** A letter with its dot, its dagesh, its vowel and its stress. */
const HEBREW = /\p{sc=Hebr}/u
const MOST_HEBREW = 4
const PICTURE = /[\p{Extended_Pictographic}\p{Emoji_Modifier}]/u
const BEFORE_JOINER = /\p{Extended_Pictographic}|\p{Emoji_Modifier}|\ufe0f|\u20e3/u
const EMOJI = /\p{Emoji}/u
const DRAWN = /[\p{L}\p{N}\p{P}\p{S}]/u
/** England, Scotland, Wales: a black flag, its name in tags, the tag that ends it. */
const FLAG = /\u{1f3f4}[\u{e0030}-\u{e0039}\u{e0061}-\u{e007a}]{1,6}\u{e007f}/uy

const isJoiner = (c: string): boolean => c === '\u200c' || c === '\u200d'
const isSelector = (c: string): boolean => c >= '\ufe00' && c <= '\ufe0f' && c.length === 1

/** Without what nobody sees and without towers of marks. Joiners, selectors and tags stay where an emoji or a script needs them. */
function sifted(text: string): string {
  if (ORDINARY.test(text)) return text
  let kept = ''
  let before = ''
  let marks = 0
  for (let at = 0; at < text.length; ) {
    let c = String.fromCodePoint(text.codePointAt(at) as number)
    if (c === '\u{1f3f4}') {
      FLAG.lastIndex = at
      c = FLAG.exec(text)?.[0] ?? c
    }
    at += c.length
    if (c === '\u2800') c = ' '
    if (isMark(c)) {
      // A joiner between two marks does not begin a new letter.
      if (marks >= mostMarks(c) || (c === before && BUILDING.test(c))) continue
      marks++
    } else if (UNSEEN.test(c) && c.length < 3 && c !== '\n' && c !== '\t') {
      if (!isNeeded(c, before, text, at)) continue
    } else marks = 0
    kept += c
    before = c
  }
  return kept
}

const isMark = (c: string): boolean => MARK.test(c) && !UNSEEN.test(c)
const mostMarks = (c: string): number => (BUILDING.test(c) ? MOST_BUILT : HEBREW.test(c) ? MOST_HEBREW : MOST_MARKS)

/** Whether a sign that is itself unseen changes how its neighbours look: `before` is what was kept last, `at` where the text goes on. */
function isNeeded(c: string, before: string, text: string, at: number): boolean {
  if (isJoiner(c)) {
    if (JOINING.test(before)) return true
    const next = String.fromCodePoint(text.codePointAt(at) ?? 32)
    return c === '\u200d' && BEFORE_JOINER.test(before) && PICTURE.test(next)
  }
  if (c === '\ufe0e' || c === '\ufe0f') return EMOJI.test(before)
  if (isSelector(c)) return DRAWN.test(before)
  // Forms of Mongolian letters, and of ideographs.
  if (c >= '\u180b' && c <= '\u180f') return MONGOLIAN.test(before)
  return c >= '\u{e0100}' && c <= '\u{e01ef}' && c.length === 2 && HAN.test(before)
}

/** Composed, unless that made it longer than a field that was measured before. */
function composed(text: string): string {
  const whole = text.normalize('NFC')
  return whole.length > text.length ? text : whole
}

/**
 * Marks go first: putting a thousand of them in order would cost a million steps. Composing moves and joins marks, so that some of them, or a
 * joiner, no longer stand where they were needed: what then goes lets others meet, and again, until nothing changes.
 */
const clean = (text: string): string => {
  if (ORDINARY.test(text)) return text
  let now = sifted(text.replace(/\r\n?|[\v\f\u0085\u2028\u2029]/g, '\n'))
  for (let turn = 0; turn < MOST_TURNS; turn++) {
    const next = sifted(composed(now))
    if (next === now) break
    now = next
  }
  return now
}
/** Two or three are what strange texts take; an end, so that time stays in proportion to the text whatever is found. */
const MOST_TURNS = 8

/**
 * Before any normalising of a text that was not cleaned: at most thirty marks in a row (as Unicode's stream-safe format has it, UAX #15), because
 * putting a run of them in order takes the square of its length.
 */
export const streamSafe = (text: string): string => text.replace(/(\p{M}{30})\p{M}+/gu, '$1')

/** Whether anything of a text is to be seen. Marks without a letter are not. */
const isBlank = (text: string): boolean => !/[^\s\p{M}\p{Cf}\p{Cc}]/u.test(text)

/** A single line, such as a title, a name or a question: one space between words, nothing unseen. Empty when there is nothing to see. */
export function cleanLine(text: string): string {
  const line = clean(text).replace(/\s+/gu, ' ').trim()
  return isBlank(line) ? '' : line
}

/** A text of several lines, such as a note or a bio: its lines and their indents stay. Empty when there is nothing to see. */
export function cleanText(text: string): string {
  const whole = clean(text)
    .replace(/^\s*\n/u, '')
    .trimEnd()
  return isBlank(whole) ? '' : whole
}

/** Paragraphs one blank line apart at most, for what stands at the head of a page. */
export const fewerBlanks = (text: string): string => text.replace(/\n{3,}/g, '\n\n')

const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' })

/** The beginning of a text: at most `most` UTF-16 units, never a part of what is read as one character. What is left out is marked with `end`. */
export function cutText(text: string, most: number, end = ''): string {
  if (text.length <= most) return text
  const room = most - end.length
  // No character that is one is longer than what is looked at beyond the cut.
  const at = graphemes.segment(text.slice(0, room + 64)).containing(room)?.index ?? room
  return text.slice(0, at).trimEnd() + end
}
