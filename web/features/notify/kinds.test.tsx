import { I18nProvider } from '@lingui/react'
import { renderToString } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { type Kind, type Notification, kinds as names } from '#server/rooms/notify/schema.ts'
import { i18nOf, type Locale, loadCatalogue, locales } from '#web/lib/i18n.ts'
import { kinds, kindsOf } from './kinds.ts'
import { Who } from './who.tsx'

const people = [
  { id: '1', handle: 'lin.yue', displayName: '林月', avatar: null },
  { id: '2', handle: 'tess.rowan', displayName: 'Tess', avatar: null },
]
const one = (kind: Kind, more: Partial<Notification> = {}): Notification => {
  const actors = kinds[kind].tab === 'site' ? [] : people
  return {
    id: '9',
    kind,
    actors,
    count: actors.length,
    note: null,
    comment: null,
    words: null,
    read: false,
    at: '2026-12-01T08:00:00.000Z',
    ...more,
  }
}
const all = Object.keys(kinds) as Kind[]
// The page of messages is one of the group `own` (web/routes.ts).
await Promise.all(locales.flatMap((locale) => ['first', 'own'].map((words) => loadCatalogue(locale, words))))

function textOf(language: Locale, of: Notification): string {
  const html = renderToString(
    <I18nProvider i18n={i18nOf(language)}>{kinds[of.kind].sentence(of, <Who actors={of.actors} count={of.count} />)}</I18nProvider>,
  )
  return html.replace(/<[^>]*>/g, '')
}

describe('every kind', () => {
  it('is a file here, and there are no others', () => {
    expect(Object.keys(kinds).sort()).toEqual([...names].sort())
    for (const [name, view] of Object.entries(kinds)) expect(typeof view?.sentence, name).toBe('function')
  })

  it.each(all)('%s is a sentence in both languages, with those who did it', (kind) => {
    const en = textOf('en', one(kind))
    const zh = textOf('zh-Hans', one(kind))
    expect(en).toMatch(/^[^{}]*[a-z]{3,}[^{}]*$/)
    expect(zh).toMatch(/^[^{}]*[\u4e00-\u9fff]{2,}[^{}]*$/)
    // No English but the name.
    expect(zh.replace('Tess', '')).not.toMatch(/[a-z]{3,}/i)
    if (kinds[kind].tab !== 'site') for (const text of [en, zh]) for (const { displayName } of people) expect(text).toContain(displayName)
  })

  it('leads somewhere while its subject can be seen, and to a person or nowhere, never into the void, when it cannot', () => {
    const note = { id: '7', title: 'Mochi', cover: null }
    expect(kinds.like.href(one('like', { note }))).toBe('/notes/7')
    expect(kinds.reply.href(one('reply', { note, comment: { id: '8', text: 'hi' } }))).toContain('8')
    for (const kind of all) expect(kinds[kind].href(one(kind)) ?? 'nowhere').toMatch(/^(\/@lin\.yue|\/settings\/security|nowhere)$/)
  })

  it('is found under exactly one tab', () => {
    const tabs = (['comments', 'likes', 'followers', 'mentions', 'site'] as const).flatMap((tab) => kindsOf(tab).split(','))
    expect(tabs.sort()).toEqual([...all].sort())
  })
})
