import { describe, expect, it, vi } from 'vitest'
import { sql } from '#server/platform/db.ts'
import { openLog } from '#server/platform/log.ts'
import { testContext } from '#tests/setup/database.ts'
import { testApp, testPerson } from '#tests/setup/people.ts'

function listening(level: 'info' | 'trace' = 'info') {
  const lines: string[] = []
  let t = 0
  const log = openLog({ logLevel: level }, { write: (line: string) => void lines.push(line) }, () => t)
  return {
    log,
    lines,
    later: (ms: number) => {
      t += ms
    },
  }
}
const marker = 'XYZZY'
const quoting = (error: unknown) =>
  Object.assign(error as object, {
    detail: marker,
    where: marker,
    parameters: [marker],
    hint: marker,
    body: marker,
    config: { url: `/?q=${marker}` },
  })

describe('the log', () => {
  it('quotes nobody, whatever is handed to it', () => {
    const { log, lines } = listening('trace')
    const faults: unknown[] = [
      quoting(new Error(`value "${marker}" is wrong\n    at ${marker} (server/${marker}.ts:1:2)\n${marker}`)),
      quoting(new TypeError(marker, { cause: quoting(new SyntaxError(marker)) })),
      Object.assign(new Error(marker), { name: `${marker} x`, code: `${marker.toLowerCase()} x` }),
      marker,
      { message: marker },
      new AggregateError([new Error(marker)], marker),
    ]
    try {
      JSON.parse(`{"${marker}": ${marker}`)
    } catch (e) {
      faults.push(e)
    }
    for (const err of faults) {
      log.error({ err, url: marker, body: marker, req: { url: marker }, draft: { text: marker } }, 'unexpected')
      if (typeof err === 'object') log.warn(err as Error)
      log.info({ err })
    }
    expect(lines.length).toBeGreaterThan(10)
    expect(lines.join('')).not.toContain(marker)
    expect(lines[0]).toContain('log.test.ts')
  })

  it('writes ten lines alike a minute, counts the others, and says how many', () => {
    const { log, lines, later } = listening()
    for (let i = 0; i < 5000; i++) log.error({ err: Object.assign(new Error(`no ${i}`), { code: 'EMFILE' }) }, 'unexpected')
    for (let i = 0; i < 3; i++) log.error({ err: Object.assign(new Error('x'), { code: 'ENOSPC' }) }, 'unexpected')
    expect(lines).toHaveLength(13)
    later(60_001)
    log.error({ err: Object.assign(new Error('again'), { code: 'EMFILE' }) }, 'unexpected')
    expect(lines).toHaveLength(15)
    expect(JSON.parse(lines[13] as string)).toMatchObject({ count: 4990, line: 'unexpected', msg: 'the same again, not written' })
  })

  it('says how many even when nothing follows', () => {
    vi.useFakeTimers()
    try {
      const { log, lines } = listening()
      for (let i = 0; i < 12; i++) log.warn('the same')
      vi.advanceTimersByTime(60_000)
      expect(JSON.parse(lines.at(-1) as string)).toMatchObject({ level: 40, count: 2, line: 'the same' })
    } finally {
      vi.useRealTimers()
    }
  })

  it('keeps a bounded number of kinds', () => {
    const { log, lines } = listening()
    for (let i = 0; i < 2000; i++) log.info(`line ${i}`)
    expect(lines.length).toBeLessThanOrEqual(511)
  })
})

it('routes that fail write nothing of what was sent to them', async () => {
  const lines: string[] = []
  const write = vi.spyOn(process.stdout, 'write').mockImplementation((line) => {
    lines.push(String(line))
    return true
  })
  const ctx = await testContext({ config: { logLevel: 'trace' } })
  const heard: string[] = []
  const log = openLog({ logLevel: 'trace' }, { write: (line: string) => void heard.push(line) })
  Object.assign(ctx, { log })
  const app = await testApp(ctx)
  const tess = await testPerson(ctx, app, 'tess.rowan')
  // Each table refuses with the value in its message or its detail.
  await ctx.db.run(sql`alter table draft add constraint no_marker check (content::text !~ 'XYZZY')`)
  await ctx.db.run(sql`alter table note add constraint no_marker check (title !~ 'XYZZY' and text !~ 'XYZZY')`)
  const calls = [
    () => tess.post('/v1/notes', { title: marker, text: marker }),
    () => tess.post('/v1/drafts', { title: marker, text: marker }),
    () => tess.post('/v1/notes', { title: { [marker]: marker } }),
    () => tess.get(`/v1/search?q=${marker}&cursor=${marker}&limit=${marker}`),
    () => tess.post('/v1/client-errors', { message: `Error: ${marker}`, stack: `${marker} at ${marker}`, url: `/reset?token=${marker}` }),
    () =>
      app.inject({ method: 'POST', url: '/v1/sign-in', headers: { 'content-type': 'application/json' }, payload: `{"login":"${marker}` }),
    () => app.inject(`/v1/notes/${marker}?token=${marker}`),
    () => app.inject({ url: '/v1/feed', headers: { authorization: `Bearer ${marker}`, cookie: marker, 'x-request-id': marker } }),
  ]
  const statuses: number[] = []
  for (const call of calls) statuses.push((await call()).statusCode)
  await expect(ctx.db.one(sql`select ${marker}::bigint`)).rejects.toMatchObject({ code: '22P02' })
  write.mockRestore()
  expect(statuses[0]).toBe(500)
  expect(heard.join('')).toContain('23514')
  expect([...lines, ...heard].join('')).not.toContain(marker)
})
