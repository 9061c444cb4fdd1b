import { expect, it } from 'vitest'
import { ApiProblem, createApi, isProblem } from './api.ts'

const said = (status: number, body: unknown): Response => new Response(body === undefined ? null : JSON.stringify(body), { status })

it('sends what a write needs and leaves out empty parts of a query', async () => {
  const calls: [string, RequestInit][] = []
  const api = createApi(async (path, init) => {
    calls.push([path, init])
    return said(200, { ok: true })
  })
  await api.get('/v1/feed', { query: { cursor: null, limit: 24, q: '' } })
  await api.post('/v1/notes', { title: 'x' }, { idempotencyKey: 'k' })
  expect(calls[0]?.[0]).toBe('/v1/feed?limit=24')
  expect(calls[1]?.[1].headers).toMatchObject({ 'x-vermilion': '1', 'content-type': 'application/json', 'idempotency-key': 'k' })
  expect(calls[1]?.[1].body).toBe('{"title":"x"}')
})

it('throws refusals with their code and fields', async () => {
  const api = createApi(async () =>
    said(409, { type: 'about:blank', title: 'Taken', status: 409, code: 'handle-taken', fields: { handle: 'Taken' } }),
  )
  const problem = await api.post('/v1/sign-up', {}).catch((error: unknown) => error)
  expect(problem).toBeInstanceOf(ApiProblem)
  expect(isProblem(problem, 'handle-taken')).toBe(true)
  expect((problem as ApiProblem).fields).toEqual({ handle: 'Taken' })
})

it('answers nothing for 204 and 202, and calls a lost connection by its name', async () => {
  expect(await createApi(async () => said(204, undefined)).delete('/v1/notes/1')).toBeUndefined()
  expect(await createApi(async () => said(202, undefined)).post('/v1/views')).toBeUndefined()
  const lost = await createApi(async () => {
    throw new TypeError('Failed to fetch')
  })
    .get('/v1/feed')
    .catch((error: unknown) => error)
  expect(isProblem(lost, 'offline')).toBe(true)
})
