import { type I18n, type Messages, setupI18n } from '@lingui/core'

/** The languages the interface speaks, each named in its own script. */
export const locales = ['en', 'zh-Hans'] as const
export type Locale = (typeof locales)[number]
export const localeNames: Record<Locale, string> = { en: 'English', 'zh-Hans': '简体中文' }

export const isLocale = (value: unknown): value is Locale => locales.includes(value as Locale)

type Catalogue = () => Promise<{ messages: Messages }>
/** The words of the first screen, and those of all other pages: two files a language, so that the feed loads only what it says. */
const catalogues: Record<Locale, { first: Catalogue; rest: Catalogue }> = {
  en: { first: () => import('../i18n/en.po'), rest: () => import('../i18n/rest/en.po') },
  'zh-Hans': { first: () => import('../i18n/zh-Hans.po'), rest: () => import('../i18n/rest/zh-Hans.po') },
}
const loaded = new Map<Locale, Promise<I18n>>()
const complete = new Map<Locale, Promise<void>>()

/** The messages of one language, loaded once: those of the first screen. */
export function loadI18n(locale: Locale): Promise<I18n> {
  let i18n = loaded.get(locale)
  if (!i18n) {
    i18n = catalogues[locale].first().then(({ messages }) => setupI18n({ locale, messages: { [locale]: messages } }))
    loaded.set(locale, i18n)
  }
  return i18n
}

/** All other messages; whatever is loaded later than the first screen waits for them. */
export function loadAllWords(locale: Locale): Promise<void> {
  let done = complete.get(locale)
  if (!done) {
    done = Promise.all([loadI18n(locale), catalogues[locale].rest()]).then(([i18n, { messages }]) => i18n.load(locale, messages))
    complete.set(locale, done)
  }
  return done
}

/** The language of this tab. */
export const documentLocale = (): Locale => (isLocale(document.documentElement.lang) ? document.documentElement.lang : 'en')
