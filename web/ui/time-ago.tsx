import { useLingui } from '@lingui/react'

const steps: readonly [Intl.RelativeTimeFormatUnit, number][] = [
  ['minute', 60],
  ['hour', 3600],
  ['day', 86_400],
]
const week = 7 * 86_400
const relative = new Map<string, Intl.RelativeTimeFormat>()

const words = (locale: string, at: Date, now: number): string => {
  const seconds = (now - at.getTime()) / 1000
  // Server and browser may differ by a breath; under a minute is always "now".
  if (Math.abs(seconds) < week) {
    let format = relative.get(locale)
    if (!format) {
      format = new Intl.RelativeTimeFormat(locale, { numeric: 'auto', style: 'short' })
      relative.set(locale, format)
    }
    let answer = format.format(0, 'second')
    for (const [unit, size] of steps) if (Math.abs(seconds) >= size) answer = format.format(-Math.trunc(seconds / size), unit)
    return answer
  }
  const sameYear = at.getUTCFullYear() === new Date(now).getUTCFullYear()
  return new Intl.DateTimeFormat(locale, {
    month: 'short',
    day: 'numeric',
    ...(sameYear ? {} : { year: 'numeric' }),
    timeZone: 'UTC',
  }).format(at)
}

/** A moment as people say it (“3 hr. ago”, “11月21日”), exact on hover. */
export function TimeAgo({ at }: { at: string }) {
  const { i18n } = useLingui()
  const date = new Date(at)
  return (
    <time dateTime={at} title={date.toISOString().replace('T', ' ').slice(0, 16).concat(' UTC')} suppressHydrationWarning>
      {words(i18n.locale, date, Date.now())}
    </time>
  )
}
