import { api } from './api.ts'
import type { Locale } from './i18n.ts'

export type Theme = 'auto' | 'light' | 'dark'

const year = 365 * 86_400
const keep = (name: string, value: string) => {
  // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is not in every browser yet.
  document.cookie = `${name}=${value}; path=/; max-age=${value ? year : 0}; samesite=lax${location.protocol === 'https:' ? '; secure' : ''}`
}

export const currentTheme = (): Theme => (document.documentElement.dataset.theme as Theme | undefined) ?? 'auto'

/** Changes the colours now and for the next visits. */
export function setTheme(theme: Theme) {
  if (theme === 'auto') delete document.documentElement.dataset.theme
  else document.documentElement.dataset.theme = theme
  keep('theme', theme === 'auto' ? '' : theme)
}

/** Changes the language of the interface: kept on this device and, signed in, with the account. The page comes anew in it. */
export async function setLocale(locale: Locale, signedIn: boolean) {
  keep('locale', locale)
  if (signedIn) await api.patch('/v1/me', { locale }).catch(() => {})
  const url = new URL(location.href)
  url.searchParams.delete('lang')
  location.replace(url)
}
