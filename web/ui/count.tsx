import { useLingui } from '@lingui/react'

const formats = new Map<string, Intl.NumberFormat>()

/** 1.2K in English, 1.2万 in Chinese. */
export function compact(locale: string, value: number): string {
  // Small numbers read the same everywhere; making a formatter costs a phone a tenth of a second.
  if (value < 1000) return String(value)
  let format = formats.get(locale)
  if (!format) {
    format = new Intl.NumberFormat(locale, { notation: 'compact', maximumFractionDigits: 1 })
    formats.set(locale, format)
  }
  return format.format(value)
}

/** A number of things, short. */
export function Count({ value }: { value: number }) {
  const { i18n } = useLingui()
  return <>{compact(i18n.locale, value)}</>
}
