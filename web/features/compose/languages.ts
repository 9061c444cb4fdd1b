import { readable } from '#web/features/accounts/languages.tsx'

/** Languages one may say one writes in, besides letting the site find out. */
export const languages: readonly string[] = readable.map(({ tag }) => tag)

/** The list with one that is not on it, should a note have it. */
export const languagesWith = (tag: string | null | undefined): readonly string[] =>
  tag && !languages.includes(tag) ? [tag, ...languages] : languages

/** A guess good enough to offer the other one. */
export const looksChinese = (text: string): boolean => /\p{sc=Han}/u.test(text)
