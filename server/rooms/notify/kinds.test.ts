import { readdirSync } from 'node:fs'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Context } from '#server/platform/context.ts'
import { sql } from '#server/platform/db.ts'
import type { Event, EventName } from '#server/platform/events.ts'
import { serverLocales } from '#server/platform/i18n.ts'
import { wiring } from '#server/wiring.ts'
import { testContext } from '#tests/setup/database.ts'
import { type Someone, testApp, testPeople } from '#tests/setup/people.ts'
import type { Kinds, NotificationKind } from './kind.ts'
import { kinds } from './kinds.ts'
import { hearing, notifyHears } from './on-events.ts'
import { kinds as names, subjectTypes } from './schema.ts'
import { subjects } from './subjects.ts'

describe('the kinds', () => {
  it('and the types of subject are the files of their folders, each read once, in the order of the list', () => {
    const filesOf = (folder: string) => readdirSync(new URL(folder, import.meta.url)).map((file) => file.replace(/\.ts$/, ''))
    expect(filesOf('kinds/').sort()).toEqual([...names].sort())
    expect(Object.keys(kinds)).toEqual([...names])
    for (const [name, kind] of Object.entries(kinds)) expect(typeof kind?.tells, name).toBe('object')
    expect(filesOf('subjects/').sort()).toEqual([...subjectTypes].sort())
    for (const [type, subject] of Object.entries(subjects)) expect(typeof subject, type).toBe('object')
  })

  it('are wired to every event they, their subjects or their people come from, and to no other', () => {
    const wired = (Object.entries(wiring) as [EventName, object][]).filter(([, to]) => 'notify' in to).map(([name]) => name)
    expect(wired.sort()).toEqual([...notifyHears.events].sort())
  })

  it('that speak for the site do so in every language', () => {
    const said = {
      decision: { action: 'remove', reason: 'spam', words: 'Nine times the same.', type: 'note' },
      security: { kind: 'passkey-added', name: 'Blue', device: 'Firefox|Android' },
    }
    const speaking = (Object.entries(kinds) as [keyof typeof said, NotificationKind][]).filter(([, k]) => k.says)
    expect(speaking.map(([name]) => name).sort()).toEqual(Object.keys(said).sort())
    for (const [name, { says }] of speaking) {
      const texts = serverLocales.map((locale) => says?.(locale, said[name]) ?? '')
      expect(new Set(texts).size, `${name}: ${texts.join(' / ')}`).toBe(serverLocales.length)
      for (const text of texts) expect(text).not.toMatch(/\{\w+\}|^(statement|security|reason)\./)
    }
  })
})

describe('a made-up kind', () => {
  let ctx: Context
  let tess: Someone
  let lin: Someone
  beforeAll(async () => {
    ctx = await testContext()
    const app = await testApp(ctx)
    ;[tess, lin] = (await testPeople(ctx, app, ['tess.rowan', 'lin.yue'])) as [Someone, Someone]
  })

  it('is one object: told, come together, taken back, and announced as an event, with nothing else changed', async () => {
    // Tea is poured by whoever follows; the name alone is borrowed from a kind there is.
    const tea: NotificationKind = {
      tells: {
        'account.followed': (events) => events.map(({ facts, at }) => ({ to: facts.accountId, group: 'tea', actor: facts.by, at })),
      },
      takesBack: {
        'account.unfollowed': (events) => events.map(({ facts }) => ({ to: facts.accountId, actor: facts.by, subject: null })),
      },
    }
    const quiet: NotificationKind = { tells: {} }
    const all = { ...Object.fromEntries(names.map((name) => [name, quiet])), like: tea } as Kinds
    const house = hearing(all)
    expect([...house.events].sort()).toEqual(
      ['account.blocked', 'account.deleted', 'account.followed', 'account.unfollowed', 'comment.deleted', 'note.deleted'].sort(),
    )
    const now = new Date('2026-12-01T08:00:00Z')
    const pour = <N extends 'account.followed' | 'account.unfollowed'>(name: N) => {
      const event = { id: '1', name, at: now, facts: { accountId: tess.id, by: lin.id } } as Event<N>
      return ctx.db.tx((tx) => house.handler(name)(ctx, tx, [event]))
    }
    await pour('account.followed')
    await pour('account.followed')
    const rows = () =>
      ctx.db.rows<{ id: string; position: string }>(
        sql`select id, position, kind, count, group_key from notification where account_id = ${tess.id}`,
      )
    const [row, ...more] = await rows()
    expect([row, more]).toMatchObject([{ kind: 'like', count: 1, group_key: 'tea' }, []])
    const made = await ctx.db.rows<{ facts: object }>(sql`select facts from outbox where name = 'notification.made' order by id`)
    expect(made.map((m) => m.facts)).toMatchObject([
      { to: tess.id, id: row?.id, notification: row?.id, kind: 'like', subject: null },
      { to: tess.id, id: row?.position, notification: row?.id, kind: 'like', subject: null },
    ])
    await pour('account.unfollowed')
    expect(await rows()).toEqual([])
  })
})
