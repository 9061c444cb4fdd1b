import type { I18n } from '@lingui/core'
import { msg } from '@lingui/core/macro'
import { useLingui } from '@lingui/react'

const MINUTE = 60
const HOUR = 3600
const DAY = 86_400
const WEEK = 7 * DAY

const months = [
  msg({ message: 'Jan', context: 'date' }),
  msg({ message: 'Feb', context: 'date' }),
  msg({ message: 'Mar', context: 'date' }),
  msg({ message: 'Apr', context: 'date' }),
  msg({ message: 'May', context: 'date' }),
  msg({ message: 'Jun', context: 'date' }),
  msg({ message: 'Jul', context: 'date' }),
  msg({ message: 'Aug', context: 'date' }),
  msg({ message: 'Sep', context: 'date' }),
  msg({ message: 'Oct', context: 'date' }),
  msg({ message: 'Nov', context: 'date' }),
  msg({ message: 'Dec', context: 'date' }),
]

/**
 * A moment as people say it, seen from `now` (both ms since 1970): minutes, hours and days for a week, then the day (in UTC). Messages of ours, no formatter
 * of the machine's: making one takes a phone a tenth of a second, and the server's would not always say the same words as the browser's.
 */
export function timeAgo(i18n: I18n, at: number, now: number): string {
  // Server and browser may differ by a breath; under a minute is always "now".
  const seconds = Math.max(0, (now - at) / 1000)
  if (seconds < MINUTE) return i18n._(msg({ message: 'now', context: 'time' }))
  if (seconds < HOUR) {
    const minutes = Math.trunc(seconds / MINUTE)
    return i18n._(msg`${minutes} min ago`)
  }
  if (seconds < DAY) {
    const hours = Math.trunc(seconds / HOUR)
    return i18n._(msg`${hours} h ago`)
  }
  if (seconds < 2 * DAY) return i18n._(msg({ message: 'yesterday', context: 'time' }))
  if (seconds < WEEK) {
    const days = Math.trunc(seconds / DAY)
    return i18n._(msg`${days} days ago`)
  }
  const date = new Date(at)
  const month = i18n._(months[date.getUTCMonth()] as (typeof months)[number])
  const day = date.getUTCDate()
  const year = date.getUTCFullYear()
  return year === new Date(now).getUTCFullYear() ? i18n._(msg`${month} ${day}`) : i18n._(msg`${month} ${day}, ${year}`)
}

/** A moment as people say it (“3 h ago”, “11月21日”), exact on hover. */
export function TimeAgo({ at }: { at: string }) {
  const { i18n } = useLingui()
  const date = new Date(at)
  return (
    <time dateTime={at} title={date.toISOString().replace('T', ' ').slice(0, 16).concat(' UTC')} suppressHydrationWarning>
      {timeAgo(i18n, date.getTime(), Date.now())}
    </time>
  )
}
