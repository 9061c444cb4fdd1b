import { beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { type Outside, openSite } from './outside.ts'

let site: Outside
beforeAll(async () => {
  site = await openSite()
})

interface Shape {
  type?: string
  enum?: unknown[]
  const?: unknown
  maxLength?: number
  maxItems?: number
  maximum?: number
  pattern?: string
  format?: string
  properties?: Record<string, Shape>
  items?: Shape
  additionalProperties?: Shape | boolean
  anyOf?: Shape[]
  oneOf?: Shape[]
  allOf?: Shape[]
  $ref?: string
  $defs?: Record<string, Shape>
}

/** Patterns that let only so much through by themselves. */
const isShort = (pattern: string | undefined): boolean => {
  if (!pattern) return false
  return pattern.startsWith('^') && pattern.endsWith('$') && !/[*+]|\{\d+,\}/.test(pattern.replace(/\\./g, 'x').replace(/\[[^\]]*\]/g, 'x'))
}

function unbounded(shape: Shape, at: string, defs: Record<string, Shape>, seen = new Set<string>()): string[] {
  if (shape.$ref) {
    const name = shape.$ref.split('/').pop() ?? ''
    if (seen.has(name)) return []
    return unbounded(defs[name] ?? {}, at, defs, new Set([...seen, name]))
  }
  const parts = [...(shape.anyOf ?? []), ...(shape.oneOf ?? []), ...(shape.allOf ?? [])]
  if (parts.length > 0) return parts.flatMap((one) => unbounded(one, at, defs, seen))
  if (shape.enum || shape.const !== undefined) return []
  if (shape.type === 'string') return shape.maxLength !== undefined || isShort(shape.pattern) ? [] : [`${at}: a text without an end`]
  if (shape.type === 'array')
    return [
      ...(shape.maxItems === undefined ? [`${at}: a list without an end`] : []),
      ...unbounded(shape.items ?? {}, `${at}[]`, defs, seen),
    ]
  if (shape.type === 'integer' || shape.type === 'number') return shape.maximum === undefined ? [`${at}: a number without an end`] : []
  if (shape.type === 'object') {
    const own = Object.entries(shape.properties ?? {}).flatMap(([name, one]) => unbounded(one, `${at}.${name}`, defs, seen))
    return shape.additionalProperties && shape.additionalProperties !== true ? [...own, `${at}: a record without an end`] : own
  }
  if (shape.type === 'boolean' || shape.type === 'null') return []
  return [`${at}: anything`]
}

/** What is measured as a whole. */
const measured = [
  // An authenticator's answer: at most 20,000 characters of JSON.
  /(passkey|body\.response)(\.response)?: a record/,
  // A draft: at most 150 kB of JSON, whatever is in it.
  /\/v1\/drafts(\/:id)? body\.content: a record/,
]

describe('what comes in', () => {
  it('has an end everywhere: no text, list, number or record is as long as somebody likes', () => {
    const found = site.app.routeTable.flatMap(({ method, url, query, body, params }) =>
      Object.entries({ query, body, params }).flatMap(([part, schema]) => {
        if (!schema) return []
        const shape = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) as Shape
        return unbounded(shape, `${method} ${url} ${part}`, shape.$defs ?? {})
      }),
    )
    expect(found.filter((one) => !measured.some((form) => form.test(one)))).toEqual([])
  })
})
