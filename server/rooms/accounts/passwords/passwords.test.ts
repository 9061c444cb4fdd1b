import { beforeAll, describe, expect, it } from 'vitest'
import type { Context } from '#server/platform/context.ts'
import { processCpu, threadCpu } from '#tests/setup/cost.ts'
import { testContext } from '#tests/setup/database.ts'
import { testApp } from '#tests/setup/people.ts'
import { hashing, hashPassword, verifyPassword } from './hashing.ts'
import { refusePassword } from './rules.ts'
import { Throttle } from './throttle.ts'

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

describe('slowing guesses down', () => {
  const limited = async () => {
    let now = Date.parse('2026-11-21T08:00:00Z')
    const own = await testContext({ config: { rateLimits: true }, clock: { now: () => new Date(now), monotonic: () => now } })
    return {
      own,
      turn: (seconds: number) => {
        now += seconds * 1000
      },
    }
  }

  it('doubles the wait for one account from one network, and no other', async () => {
    const { own, turn } = await limited()
    const brake = new Throttle()
    const guess = (network = '198.51.100.7', who = 'tess.rowan') => brake.begin(own, 'password', who, network)
    for (let i = 0; i < 5; i++) expect(guess()).toBe(0)
    expect(guess()).toBe(1)
    turn(1)
    expect(guess()).toBe(0)
    expect(guess()).toBe(2)
    expect(guess('203.0.113.9'), 'the owner, from elsewhere').toBe(0)
    expect(guess('198.51.100.7', 'lin_lan')).toBe(0)
    turn(2)
    brake.good('password', 'tess.rowan', '198.51.100.7')
    for (let i = 0; i < 5; i++) expect(guess()).toBe(0)
  })

  it('keeps many networks from guessing at one account, and lets the owner in where they were before', async () => {
    const { own } = await limited()
    const brake = new Throttle()
    brake.begin(own, 'password', 'tess.rowan', 'home')
    brake.good('password', 'tess.rowan', 'home')
    const waits = Array.from({ length: 100 }, (_, i) => brake.begin(own, 'password', 'tess.rowan', `bot ${i}`))
    expect(waits.filter((w) => w === 0).length).toBeLessThan(45)
    expect(brake.begin(own, 'password', 'tess.rowan', 'home')).toBe(0)
  })

  it('counts many at once as one after the other', async () => {
    const { own } = await limited()
    const app = await testApp(own)
    const guess = () => app.inject({ method: 'POST', url: '/v1/sign-in', payload: { login: 'tess.rowan', password: 'wrong' } })
    const tries = await Promise.all(Array.from({ length: 20 }, guess))
    expect(tries.filter((t) => t.statusCode === 401)).toHaveLength(5)
    const slowed = tries.find((t) => t.statusCode === 429)
    expect(slowed?.json().code).toBe('too-many-requests')
    expect(Number(slowed?.headers['retry-after'])).toBeGreaterThan(0)
  })

  it('limits sign-ups of a network', async () => {
    const { own } = await limited()
    const app = await testApp(own)
    const up = (remoteAddress: string) =>
      app.inject({ method: 'POST', url: '/v1/sign-up', remoteAddress, payload: { handle: 'admin', password: 'osmanthus tram window' } })
    const many = await Promise.all(Array.from({ length: 601 }, (_, i) => up(`2001:db8:7:7::${i + 1}`)))
    expect(
      many.filter((t) => t.statusCode === 429),
      'one /64 is one network',
    ).toHaveLength(1)
    expect((await up('2001:db8:7:8::1')).statusCode).toBe(409)
  })
})
