/**
 * English stemming after M. F. Porter's published algorithm "Porter2" (snowballstem.org/algorithms/english/stemmer.html), written here so that
 * the index and the question are cut the same way in plain code, whatever dictionaries a database has.
 */
const vowel = /[aeiouy]/
const doubles = /(?:bb|dd|ff|gg|mm|nn|pp|rr|tt)$/
const shortEnd = /(?:[^aeiouy][aeiouy][^aeiouywxY]|^[aeiouy][^aeiouy])$/

// A Map: people's words are looked up in it, and "constructor" is one of them.
const whole: ReadonlyMap<string, string> = new Map([
  ['skis', 'ski'],
  ['skies', 'sky'],
  ['dying', 'die'],
  ['lying', 'lie'],
  ['tying', 'tie'],
  ['idly', 'idl'],
  ['gently', 'gentl'],
  ['ugly', 'ugli'],
  ['early', 'earli'],
  ['only', 'onli'],
  ['singly', 'singl'],
  ['sky', 'sky'],
  ['news', 'news'],
  ['howe', 'howe'],
  ['atlas', 'atlas'],
  ['cosmos', 'cosmos'],
  ['bias', 'bias'],
  ['andes', 'andes'],
])
const afterFirst = new Set(['inning', 'outing', 'canning', 'herring', 'earring', 'proceed', 'exceed', 'succeed'])

const step2: readonly (readonly [string, string])[] = [
  ['ational', 'ate'],
  ['fulness', 'ful'],
  ['iveness', 'ive'],
  ['ization', 'ize'],
  ['ousness', 'ous'],
  ['biliti', 'ble'],
  ['lessli', 'less'],
  ['tional', 'tion'],
  ['alism', 'al'],
  ['aliti', 'al'],
  ['ation', 'ate'],
  ['entli', 'ent'],
  ['fulli', 'ful'],
  ['iviti', 'ive'],
  ['ousli', 'ous'],
  ['abli', 'able'],
  ['alli', 'al'],
  ['anci', 'ance'],
  ['ator', 'ate'],
  ['enci', 'ence'],
  ['izer', 'ize'],
  ['bli', 'ble'],
  ['ogi', 'og'],
  ['li', ''],
]
const step3: readonly (readonly [string, string])[] = [
  ['ational', 'ate'],
  ['tional', 'tion'],
  ['alize', 'al'],
  ['ative', ''],
  ['icate', 'ic'],
  ['iciti', 'ic'],
  ['ical', 'ic'],
  ['ness', ''],
  ['ful', ''],
]
const step4 = [
  'ement',
  'able',
  'ance',
  'ence',
  'ible',
  'ment',
  'ant',
  'ate',
  'ent',
  'ion',
  'ism',
  'iti',
  'ive',
  'ize',
  'ous',
  'al',
  'er',
  'ic',
]

/** Where the part after the first consonant that follows a vowel begins. */
function region(word: string, from: number): number {
  for (let i = from + 1; i < word.length; i++) if (vowel.test(word[i - 1] as string) && !vowel.test(word[i] as string)) return i + 1
  return word.length
}

/** The stem of an English word in small letters `a-z` (an apostrophe inside is allowed). Anything else comes back as it is. */
export function stem(input: string): string {
  if (!/^[a-z']+$/.test(input)) return input
  let w = input
    .replace(/^'+/, '')
    .replace(/(?:'s'|'s|')$/, '')
    .replaceAll("'", '')
  if (w.length <= 2) return w
  const fixed = whole.get(w)
  if (fixed) return fixed
  // A consonant y is written Y meanwhile.
  w = w.replace(/^y/, 'Y').replace(/([aeiouy])y/g, '$1Y')
  const r1 = /^(?:gener|commun|arsen)/.exec(w)?.[0].length ?? region(w, 0)
  const r2 = region(w, r1)
  w = plural(w)
  if (afterFirst.has(w)) return w
  w = past(w, r1)
  w = w.replace(/(?<=.[^aeiouy])[yY]$/, 'i')
  w = suffix2(w, r1)
  w = suffix3(w, r1, r2)
  w = suffix4(w, r2)
  if (w.endsWith('e')) {
    if (w.length > r2 || (w.length > r1 && !shortEnd.test(w.slice(0, -1)))) w = w.slice(0, -1)
  } else if (w.endsWith('ll') && w.length > r2) w = w.slice(0, -1)
  return w.toLowerCase()
}

function plural(w: string): string {
  if (w.endsWith('sses')) return w.slice(0, -2)
  if (/ie[ds]$/.test(w)) return w.slice(0, w.length > 4 ? -2 : -1)
  if (/(?:us|ss)$/.test(w)) return w
  return w.endsWith('s') && vowel.test(w.slice(0, -2)) ? w.slice(0, -1) : w
}

function past(w: string, r1: number): string {
  const eed = /eed(?:ly)?$/.exec(w)
  if (eed) return eed.index >= r1 ? `${w.slice(0, eed.index)}ee` : w
  const end = /(?:edly|ingly|ed|ing)$/.exec(w)
  if (!end) return w
  const left = w.slice(0, end.index)
  if (!vowel.test(left)) return w
  if (/(?:at|bl|iz)$/.test(left)) return `${left}e`
  if (doubles.test(left)) return left.slice(0, -1)
  return r1 >= left.length && shortEnd.test(left) ? `${left}e` : left
}

function suffix2(w: string, r1: number): string {
  const found = step2.find(([end]) => w.endsWith(end))
  if (!found) return w
  const [end, put] = found
  const left = w.slice(0, -end.length)
  if (left.length < r1) return w
  if (end === 'ogi' && !left.endsWith('l')) return w
  if (end === 'li' && !/[cdeghkmnrt]$/.test(left)) return w
  return left + put
}

function suffix3(w: string, r1: number, r2: number): string {
  const found = step3.find(([end]) => w.endsWith(end))
  if (!found) return w
  const [end, put] = found
  const left = w.slice(0, -end.length)
  return left.length >= (end === 'ative' ? r2 : r1) ? left + put : w
}

function suffix4(w: string, r2: number): string {
  const end = step4.find((e) => w.endsWith(e))
  if (!end) return w
  const left = w.slice(0, -end.length)
  if (left.length < r2 || (end === 'ion' && !/[st]$/.test(left))) return w
  return left
}
