import { describe, expect, it } from 'vitest'
import { i18nOf, loadCatalogue } from '#web/lib/i18n.ts'
import { timeAgo } from './time-ago.tsx'

const now = Date.UTC(2026, 10, 21, 12, 0, 0)
const ago = (seconds: number) => now - seconds * 1000
const HOUR = 3600
const DAY = 24 * HOUR

describe('a moment as people say it', async () => {
  const [en, zh] = [i18nOf('en'), i18nOf('zh-Hans')]
  await Promise.all([loadCatalogue('en', 'reading'), loadCatalogue('zh-Hans', 'reading')])
  it.each([
    [ago(-90), 'now', '刚刚'],
    [ago(0), 'now', '刚刚'],
    [ago(59.9), 'now', '刚刚'],
    [ago(60), '1 min ago', '1 分钟前'],
    [ago(59 * 60 + 59), '59 min ago', '59 分钟前'],
    [ago(HOUR), '1 h ago', '1 小时前'],
    [ago(DAY - 1), '23 h ago', '23 小时前'],
    [ago(DAY), 'yesterday', '昨天'],
    [ago(2 * DAY - 1), 'yesterday', '昨天'],
    [ago(2 * DAY), '2 days ago', '2 天前'],
    [ago(7 * DAY - 1), '6 days ago', '6 天前'],
    [ago(7 * DAY), 'Nov 14', '11月14日'],
    [Date.UTC(2026, 0, 1), 'Jan 1', '1月1日'],
    [Date.UTC(2025, 11, 31, 23, 59), 'Dec 31, 2025', '2025年12月31日'],
  ])('%s: %s, %s', (at, english, chinese) => {
    expect(timeAgo(en, at, now)).toBe(english)
    expect(timeAgo(zh, at, now)).toBe(chinese)
  })
})
