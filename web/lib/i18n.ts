import { type I18n, type Messages, setupI18n } from '@lingui/core'
import { own } from './own.ts'

/** The languages the interface speaks, each named in its own script. */
export const locales = ['en', 'zh-Hans'] as const
export type Locale = (typeof locales)[number]
export const localeNames: Record<Locale, string> = { en: 'English', 'zh-Hans': '简体中文' }

export const isLocale = (value: unknown): value is Locale => locales.includes(value as Locale)

const spoken = new Map<Locale, I18n>()
const known = new Map<string, Promise<void>>()

/** What speaks one language, with the words it has been given so far. */
export function i18nOf(locale: Locale): I18n {
  const i18n = spoken.get(locale) ?? setupI18n({ locale, messages: { [locale]: {} } })
  spoken.set(locale, i18n)
  return i18n
}

/** Gives it the words of a group of pages that came with the document. */
export function addCatalogue(locale: Locale, group: string, messages: Messages): void {
  i18nOf(locale).load(locale, messages)
  known.set(`${group} ${locale}`, Promise.resolve())
}

/** Loads the words of a group of pages (web/routes.ts); `later` are those of the parts that come to the first screen when they are wanted. */
export function loadCatalogue(locale: Locale, group: string): Promise<void> {
  const key = `${group} ${locale}`
  const had = known.get(key)
  if (had) return had
  const loading = import('../i18n/catalogues.ts').then(async ({ catalogues }) => {
    const load = own(catalogues, `./made/${group}/${locale}.po`)
    if (!load) throw new Error(`no words of ${group} in ${locale}`)
    i18nOf(locale).load(locale, (await load()).messages)
  })
  known.set(key, loading)
  // One that could not be had is asked for again.
  loading.catch(() => known.delete(key))
  return loading
}

/** The language of this tab. */
export const documentLocale = (): Locale => (isLocale(document.documentElement.lang) ? document.documentElement.lang : 'en')
