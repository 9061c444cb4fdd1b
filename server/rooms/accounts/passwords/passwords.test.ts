import { beforeAll, describe, expect, it } from 'vitest'
import type { Context } from '#server/platform/context.ts'
import { processCpu, threadCpu } from '#tests/setup/cost.ts'
import { testContext } from '#tests/setup/database.ts'
import { testApp } from '#tests/setup/people.ts'
import { hashing, hashPassword, verifyPassword } from './hashing.ts'
import { refusePassword } from './rules.ts'

let ctx: Context
beforeAll(async () => {
  ctx = await testContext()
})

const refusal = (password: string, owner = { handle: 'tess.rowan', email: 'hazelwood@example.org' }) =>
  refusePassword(ctx, password, owner)?.problem.code ?? null

describe('the rule for passwords', () => {
  it.each(['1234567', 'short', '七个字的密码呀'])('is too short: %s', (password) => expect(refusal(password)).toBe('password-too-short'))

  it.each([
    'password',
    'P@ssw0rd!',
    'Passwort2024',
    '12345678',
    '87654321',
    'qwertyuiop',
    '1qaz2wsx',
    'asdfghjkl;',
    'aaaaaaaa',
    'abcabcabc',
    'abcd1234',
    'iloveyou1',
    'Dragon1987',
    'michael19840217',
    'sunshine!!',
    'woaini1314',
    'woaini520',
    '5201314520',
    '13812345678',
    '19900101',
    'zhang19900101',
    'a123456789',
    'lovedragon',
    'LiverpooL1892',
    'correcthorsebatterystaple',
    'ｐａｓｓｗｏｒｄ１２３',
    'tess.rowan1',
    'TessRowan2026',
    'hazelwood99',
  ])('is among the first that anyone would try: %s', (password) => expect(refusal(password)).toBe('password-too-common'))

  it.each([
    'osmanthus tram window',
    'correct horse battery',
    'plum blossom soup',
    '我家楼下的豆浆铺',
    'Kx7#pQ2m',
    'the dragon ate my homework',
    '8 dumplings, 2 vinegars',
    'zebra-crossing-at-noon',
    'mnemonic77quilt',
  ])('is left to its owner: %s', (password) => expect(refusal(password)).toBeNull())
})

describe('hashing', () => {
  it('lets few through at once and refuses when too many wait', async () => {
    const pool = hashing(ctx)
    await pool.dummy
    const tries = await Promise.all(Array.from({ length: 120 }, () => verifyPassword(ctx, 'whoever', null)))
    const refused = tries.filter((t) => !t.ok)
    expect(refused.length).toBeGreaterThan(50)
    expect(refused.every((t) => !t.ok && t.problem.status === 503 && Number(t.params?.seconds) > 0)).toBe(true)
    expect((await hashPassword(ctx, 'afterwards it works again')).ok).toBe(true)
  })

  it('tells at the door when to come back', async () => {
    const app = await testApp(ctx)
    const tries = await Promise.all(
      Array.from({ length: 80 }, () => app.inject({ method: 'POST', url: '/v1/sign-in', payload: { login: 'nobody', password: 'x' } })),
    )
    const full = tries.find((t) => t.statusCode === 503)
    expect([full?.json().code, Number(full?.headers['retry-after'])]).toEqual(['unavailable', 3])
  })

  it('does not hold up the event loop', async () => {
    let own = 0
    const all = await processCpu(async () => {
      own = await threadCpu(() => Promise.all(Array.from({ length: 20 }, () => hashPassword(ctx, 'whoever this may be'))))
    })
    // Twenty hashes are half a second of work, next to none of it on this thread.
    expect(own / all).toBeLessThan(0.3)
  })
})
