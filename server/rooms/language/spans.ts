import type { Span } from './schema.ts'

// Letters, marks and digits of any script, and `_`: what a topic is made of; and the joiners inside words that are written with them (نرم‌افزار).
const TOPIC = /[#＃]([\p{L}\p{M}\p{N}_](?:[\p{L}\p{M}\p{N}_]|[\u200c\u200d](?=[\p{L}\p{M}])){0,59})/uy
const TOPIC_PART = /[\p{L}\p{M}\p{N}_]/u
const MENTION = /[@＠]([a-z0-9_](?:[a-z0-9_.]{1,22})[a-z0-9_])/iy
// Stops where a Chinese sentence goes on without a space, which is how addresses are written in it.
const LINK = /https?:\/\/[^\s\p{C}<>"`{}|\\^\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}\u3000-\u303f\uff00-\uffef“”‘’…]+/iuy
const CANDIDATE = /[#＃@＠]|https?:\/\//gi
const LONGEST_LINK = 2000
/** What stands between two spaces may begin as an address again and again; reading its end each time would cost the square of its length. */
const MOST_TRIES = 8

/**
 * The topics, mentions and links of a plain text: in order, never overlapping, each within the text.
 * `#topic` ends at the first character that is no letter, digit or `_`; the closed form `#话题#` keeps its closing sign inside the span.
 * Handles come in lower case, topics as written; a link's `url` is the very slice. Takes time in proportion to the text's length, whatever it is.
 */
export function findSpans(text: string): Span[] {
  const spans: Span[] = []
  let end = 0
  const run = { end: 0, tries: 0 }
  for (const candidate of text.matchAll(CANDIDATE)) {
    const start = candidate.index
    if (start < end) continue
    const span = candidate[0].length > 1 ? linkAt(text, start, run) : (topicAt(text, start, end) ?? mentionAt(text, start))
    if (!span) continue
    spans.push(span)
    end = span.end
  }
  return spans
}

function topicAt(text: string, start: number, previousEnd: number): Span | null {
  const sign = text[start]
  if (sign !== '#' && sign !== '＃') return null
  // `C#minor` and `page.html#part` are no topics; `#one#two` are two.
  if (start > previousEnd && /[\w&/]/.test(text[start - 1] ?? '')) return null
  const name = match(TOPIC, text, start)?.[1]
  // A number alone counts something (`#1`), and a name that goes on beyond the limit is a sentence that lost its space.
  if (!name || !/\p{L}/u.test(name)) return null
  let end = start + 1 + name.length
  if (isPart(text, end)) return null
  if (text[end] === sign && closes(text, end, name)) end++
  return { type: 'topic', start, end, topic: name }
}

/** Whether the sign after a topic closes it, or opens the next one as in `#cat#dog`. */
function closes(text: string, at: number, name: string): boolean {
  return !isPart(text, at + 1) || /\p{sc=Han}/u.test(name)
}

const isPart = (text: string, at: number): boolean => TOPIC_PART.test(String.fromCodePoint(text.codePointAt(at) ?? 32))

function mentionAt(text: string, start: number): Span | null {
  // An e-mail address is no mention.
  if (/[\w.+-]/.test(text[start - 1] ?? '')) return null
  const handle = match(MENTION, text, start)?.[1]
  if (!handle) return null
  const end = start + 1 + handle.length
  // Longer than any handle, or someone on another site.
  if (/^(?:[a-z0-9_@]|\.[a-z0-9_])/i.test(text.slice(end, end + 2))) return null
  return { type: 'mention', start, end, handle: handle.toLowerCase() }
}

/** `run`: the stretch without a space that was read last, and how often an address was looked for in it. */
function linkAt(text: string, start: number, run: { end: number; tries: number }): Span | null {
  if (/\w/.test(text[start - 1] ?? '')) return null
  if (start < run.end) {
    if (++run.tries > MOST_TRIES) return null
  } else run.tries = 0
  const found = match(LINK, text, start)?.[0]
  if (!found) return null
  run.end = start + found.length
  const url = trimEnd(found)
  if (url.length > LONGEST_LINK || !/^https?:\/\/[^/?#]*[\w\])]/i.test(url) || !URL.canParse(url)) return null
  return { type: 'link', start, end: start + url.length, url }
}

/** Leaves off what closes the sentence rather than the address: its punctuation, and brackets that the address did not open. */
function trimEnd(url: string): string {
  const open = { ')': count(url, ')') - count(url, '('), ']': count(url, ']') - count(url, '[') }
  let end = url.length
  for (;;) {
    const last = url[end - 1] ?? ''
    if (last === ')' || last === ']') {
      if (open[last]-- <= 0) break
    } else if (!/[.,;:!?'*_~]/.test(last)) break
    end--
  }
  return url.slice(0, end)
}

const count = (text: string, sign: string): number => text.split(sign).length - 1

function match(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at
  return pattern.exec(text)
}
