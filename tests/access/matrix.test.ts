import * as fs from 'node:fs'
import { beforeAll, describe, expect, it } from 'vitest'
import type { RouteInfo } from '#server/platform/http.ts'
import { openSession } from '#server/rooms/accounts/index.ts'
import type { Access, Case } from './case.ts'
import { openWorld, type World } from './world.ts'

const server = new URL('../../server/', import.meta.url)

/** Every row of every room, and of the doors. A route stands in the file of the room that answers it, and there alone. */
const rows: [route: string, cases: Case[]][] = []
for (const file of fs.globSync('{rooms/*,doors}/access.cases.ts', { cwd: server }).sort()) {
  const { access } = (await import(new URL(file, server).href)) as { access: Access }
  rows.push(...Object.entries(access))
}
const isLast = ([, cases]: (typeof rows)[number]) => cases.some(({ last }) => last)
const inOrder = [...rows.filter((row) => !isLast(row)), ...rows.filter(isLast)]

let w: World
let table: RouteInfo[]

beforeAll(async () => {
  w = await openWorld()
  table = w.app.routeTable
})

const nameOf = (route: RouteInfo) => `${route.method} ${route.url}`

describe('who may call what', () => {
  it('knows every route, and no others', () => {
    expect(rows.map(([route]) => route).sort()).toEqual(table.map(nameOf).sort())
  })

  it.each(inOrder)('%s', async (name, cases) => {
    const route = table.find((r) => nameOf(r) === name)
    if (!route) throw new Error(`no such route: ${name}`)
    for (const one of cases) {
      const said = await askAll(route, one)
      expect(said, one.what ?? name).toEqual(expected(route, one))
    }
  })
})

/** What the door says by itself, where the case says nothing else. */
function expected(route: RouteInfo, one: Case) {
  const closed = route.access !== 'public'
  const turnedAway = !route.suspendedToo
  return {
    anonymous: closed ? 401 : (one.anonymous ?? one.other),
    suspended: closed && turnedAway ? 403 : (one.suspended ?? one.other),
    blocked: one.blocked ?? one.other,
    other: one.other,
    owner: one.owner ?? one.other,
  }
}

/** Strangers first, the owner last: what they were refused must still be there for her. Each comes with a session of their own. */
async function askAll(route: RouteInfo, one: Case) {
  const url = await one.url(w)
  const payload = await one.body?.(w)
  const ask = async (accountId: string | null) => {
    const headers = accountId ? { authorization: `Bearer ${await openSession(w.ctx, accountId)}` } : {}
    const answer = await w.app.inject({ method: route.method, url, headers, ...(payload ? { payload } : {}) })
    if (answer.statusCode >= 400) {
      expect(answer.headers['content-type'], url).toContain('application/problem+json')
      expect(answer.json().code, url).toEqual(expect.any(String))
    }
    return answer.statusCode
  }
  return {
    anonymous: await ask(null),
    suspended: await ask(w.sam.id),
    blocked: await ask(w.bo.id),
    other: await ask(w.otto.id),
    owner: await ask(w.mei.id),
  }
}
