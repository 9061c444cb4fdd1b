/** What people (and those who mean them ill) repeat until something gives way. */
export const nasty: readonly string[] = [
  ...[
    'a',
    'A',
    ' ',
    '\n',
    '\t',
    '.',
    ',',
    '(',
    ')',
    '[',
    ']',
    '"',
    "'",
    '“',
    '”',
    '#',
    '＃',
    '@',
    '＠',
    '/',
    '\\',
    '%',
    '_',
    '*',
    '-',
    '1',
    '&',
    '<',
  ],
  ...[
    '猫',
    '貓',
    'の',
    '한',
    'ᄀ',
    'ไ',
    'ก็',
    'ش',
    'ن\u200c',
    'क्',
    'မျှော်',
    'ש\u05c1\u05bc\u05b8',
    'é',
    'e\u0301',
    'İ',
    'ß',
    'ﷺ',
    'ﬄ',
    '㌖',
    '㈱',
    '½',
  ],
  ...[
    '\u0301',
    '\u0301\u0316',
    '\u0316\u0301',
    '\u0345',
    '\u200b',
    '\u200c',
    '\u200d',
    '\u00ad',
    '\u202e',
    '\u2066',
    '\ufe0f',
    '\u{e0041}',
    '\u3164',
    '\u2800',
    '\u3000',
  ],
  ...[
    '😀',
    '👩‍',
    '👩‍👩‍👧',
    '🏽',
    '🇨🇳',
    '🇨',
    '🏴',
    '🏴\u{e0067}',
    '1\ufe0f\u20e3',
    '❤\ufe0f',
    '\ud83d',
    '\udc69',
    '\ufffd',
    '\u{10ffff}',
    '\u{20bb7}',
  ],
  ...[
    'http://',
    'https://a/',
    'http://a.example/x ',
    'http://[',
    'http://a/(',
    '(http://,',
    'a@b.example ',
    '@someone ',
    '#topic',
    '#a#',
    '@a@',
    '＃猫',
    '& #',
  ],
  ...['the ', "don't ", 'a.b.', 'x\n', '\r\n', ', ', 'en;q=0.9,', '{a}', '%2e', 'constructor ', '__proto__ ', 'Aa1', 'a1', "a'", '1a猫'],
]

/** Beginnings and ends that make a search look far ahead, or back. */
export const openings: readonly string[] = ['http://a/', '#', '@', '"', '(', '“', 'a', '猫', '\u0301', ' ', '\u200d', '👩']
export const endings: readonly string[] = [')', ']', '.', '”', ' ', '!', '\u0301', '\u200c', 'a', '猫', '\n', '\u0000']

/** As long as asked (in UTF-16 units, no more): one of them again and again. */
export const filled = (part: string, length: number): string => part.repeat(Math.floor(length / part.length))

export interface Bomb {
  name: string
  of(length: number): string
}
/** All alphabets by themselves; beginnings before one ending; two by turns. */
export const bombs: readonly Bomb[] = [
  ...nasty.map((part) => ({ name: JSON.stringify(part), of: (length: number) => filled(part, length) })),
  ...openings.flatMap((open) =>
    endings.map((end) => ({
      name: `${JSON.stringify(open)} then ${JSON.stringify(end)}`,
      of: (length: number) => filled(open, length / 2) + filled(end, length / 2),
    })),
  ),
]
