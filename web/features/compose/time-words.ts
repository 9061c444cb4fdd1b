const steps: readonly [Intl.RelativeTimeFormatUnit, number][] = [
  ['day', 86_400],
  ['hour', 3600],
  ['minute', 60],
]

/** A moment as `datetime-local` wants it: local time, no zone, minutes. */
export function toField(iso: string): string {
  const at = new Date(iso)
  return new Date(at.getTime() - at.getTimezoneOffset() * 60_000).toISOString().slice(0, 16)
}

/** A moment in the reader's zone and words: “Saturday, 22 November 2026 at 09:00”, “in 14 hours”. */
export function inWords(iso: string, locale: string): { date: string; zone: string; distance: string; ahead: boolean } {
  const at = new Date(iso)
  const date = new Intl.DateTimeFormat(locale, { dateStyle: 'full', timeStyle: 'short' }).format(at)
  const zone =
    new Intl.DateTimeFormat(locale, { timeZoneName: 'short' }).formatToParts(at).find((part) => part.type === 'timeZoneName')?.value ?? ''
  const seconds = (at.getTime() - Date.now()) / 1000
  const [unit, size] = steps.find(([, one]) => Math.abs(seconds) >= one) ?? ['minute', 60]
  const distance = new Intl.RelativeTimeFormat(locale).format(Math.round(seconds / size), unit)
  return { date, zone, distance, ahead: seconds > 0 }
}
