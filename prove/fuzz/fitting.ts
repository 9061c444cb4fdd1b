import * as fc from 'fast-check'
import { nastyTexts } from '../hostile/texts.ts'
import { hostileJson, hostileNumber, hostileText } from '../hostile/values.ts'

/** The part of JSON Schema that zod writes. */
export interface Shape {
  type?: string
  enum?: unknown[]
  const?: unknown
  properties?: Record<string, Shape>
  required?: string[]
  additionalProperties?: boolean | Shape
  items?: Shape | boolean
  prefixItems?: Shape[]
  anyOf?: Shape[]
  oneOf?: Shape[]
  allOf?: Shape[]
  minLength?: number
  maxLength?: number
  minItems?: number
  maxItems?: number
  minimum?: number
  maximum?: number
  pattern?: string
  format?: string
}

/** Strings that mean something on the site under fire: ids, handles, topics, cursors. */
export type Known = readonly string[]

/** Nothing below this many units is worth a text at full length. */
const LONGEST = 70_000

function string(shape: Shape, known: Known): fc.Arbitrary<unknown> {
  const longest = Math.min(shape.maxLength ?? 300, LONGEST)
  const full = fc
    .constantFrom(...nastyTexts)
    .chain((one) => fc.constantFrom(longest, longest + 1, Math.ceil(longest / 2)).map((length) => one.of(length)))
  const formats: Record<string, string[]> = {
    email: ['a@example.com', `${'a'.repeat(250)}@example.com`, '汤@例子.中国', 'a@b@c.d'],
    uri: ['https://example.com/', `https://example.com/${'a'.repeat(2000)}`, 'https://例子.中国/#/../'],
    'date-time': ['2026-11-30T12:00:00Z', '2100-01-01T00:00:00.000Z', '1969-12-31T23:59:59-23:59', '9999-12-31T23:59:59.999Z'],
  }
  const own = formats[shape.format ?? ''] ?? []
  return fc.oneof(
    { weight: 4, arbitrary: known.length > 0 ? fc.constantFrom(...known) : hostileText },
    { weight: 2, arbitrary: full },
    { weight: 2, arbitrary: own.length > 0 ? fc.constantFrom(...own) : fc.constantFrom('en', 'zh-Hans', 'word', 'spam', '汤') },
    { weight: 1, arbitrary: hostileText },
  )
}

function number(shape: Shape): fc.Arbitrary<unknown> {
  const { minimum = 0, maximum = 100 } = shape
  return fc.oneof(fc.constantFrom(minimum, maximum, minimum - 1, maximum + 1, minimum + 0.5), hostileNumber)
}

function list(shape: Shape, known: Known, depth: number): fc.Arbitrary<unknown> {
  const longest = Math.min(shape.maxItems ?? 30, 1000)
  const item = typeof shape.items === 'object' ? fitting(shape.items, known, depth + 1) : hostileJson
  return fc.oneof(
    { weight: 3, arbitrary: fc.array(item, { maxLength: 3 }) },
    { weight: 1, arbitrary: fc.tuple(item, fc.constantFrom(longest, longest + 1)).map(([one, many]) => Array(many).fill(one)) },
  )
}

function object(shape: Shape, known: Known, depth: number): fc.Arbitrary<unknown> {
  const properties = Object.entries(shape.properties ?? {})
  const model = Object.fromEntries(properties.map(([key, one]) => [key, fitting(one, known, depth + 1)]))
  const right = fc.record(model, { requiredKeys: (shape.required ?? []).filter((key) => key in model) })
  const wrong = fc.tuple(right, fc.constantFrom(...(properties.length > 0 ? properties.map(([key]) => key) : ['x'])), hostileJson)
  return fc.oneof(
    { weight: 5, arbitrary: right },
    // All well but one field: gets further than nonsense everywhere.
    { weight: 4, arbitrary: wrong.map(([whole, key, value]) => ({ ...whole, [key]: value })) },
    { weight: 1, arbitrary: fc.tuple(right, hostileText, hostileJson).map(([whole, key, value]) => ({ ...whole, [key]: value })) },
    { weight: 1, arbitrary: hostileJson },
  )
}

/** Values that mostly fit a schema, at its edges, and now and then do not fit at all. */
export function fitting(shape: Shape, known: Known, depth = 0): fc.Arbitrary<unknown> {
  if (depth > 6) return hostileJson
  const choices = shape.anyOf ?? shape.oneOf
  if (choices && choices.length > 0) return fc.oneof(...choices.map((one) => fitting(one, known, depth + 1)))
  if (shape.allOf?.[0]) return fitting(shape.allOf[0], known, depth + 1)
  if (shape.const !== undefined) return fc.oneof({ weight: 5, arbitrary: fc.constant(shape.const) }, { weight: 1, arbitrary: hostileJson })
  if (shape.enum) return fc.oneof({ weight: 5, arbitrary: fc.constantFrom(...shape.enum) }, { weight: 1, arbitrary: hostileJson })
  if (shape.type === 'string') return string(shape, known)
  if (shape.type === 'integer' || shape.type === 'number') return number(shape)
  if (shape.type === 'boolean') return fc.boolean()
  if (shape.type === 'null') return fc.constant(null)
  if (shape.type === 'array') return list(shape, known, depth)
  if (shape.type === 'object' || shape.properties) return object(shape, known, depth)
  return hostileJson
}
