const names = new Map<string, Intl.DisplayNames>()

/** What a language (BCP 47) is called in the reader's own; the tag itself where it has no name. */
export function languageName(locale: string, tag: string): string {
  let known = names.get(locale)
  if (!known) {
    known = new Intl.DisplayNames(locale, { type: 'language' })
    names.set(locale, known)
  }
  try {
    return known.of(tag) ?? tag
  } catch {
    return tag
  }
}
