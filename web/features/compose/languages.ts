/** Languages one may say one writes in, besides letting the site find out. */
export const languages = [
  'en',
  'zh-Hans',
  'zh-Hant',
  'ja',
  'ko',
  'es',
  'fr',
  'de',
  'pt',
  'it',
  'ru',
  'vi',
  'th',
  'id',
  'ms',
  'hi',
  'ar',
  'tr',
] as const

/** The list with one that is not on it, should a note have it. */
export const languagesWith = (tag: string | null | undefined): readonly string[] =>
  tag && !(languages as readonly string[]).includes(tag) ? [tag, ...languages] : languages

/** A guess good enough to offer the other one. */
export const looksChinese = (text: string): boolean => /\p{sc=Han}/u.test(text)
