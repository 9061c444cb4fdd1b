import { own } from '#server/platform/own.ts'
import { absent, ordinary } from './words.ts'

/** As much of a JSON schema as an example needs. */
export interface Shape {
  $ref?: string
  type?: string | string[]
  examples?: unknown[]
  default?: unknown
  const?: unknown
  enum?: unknown[]
  anyOf?: Shape[]
  oneOf?: Shape[]
  allOf?: Shape[]
  properties?: Record<string, Shape>
  items?: Shape
  format?: string
  pattern?: string
  minimum?: number
  minItems?: number
  description?: string
}
export type Shapes = Record<string, Shape>

const formats: Record<string, string> = {
  'date-time': '2026-11-21T08:00:00.000Z',
  email: 'tess@vermilion.example',
  uri: 'https://vermilion.example',
}

/** An example of a schema: its own where it brings one, else made of its parts. */
export function exampleOf(shape: Shape, shapes: Shapes, name = ''): unknown {
  if (shape.$ref) return exampleOf(own(shapes, shape.$ref.slice(shape.$ref.lastIndexOf('/') + 1)) ?? {}, shapes, name)
  if (shape.examples?.length) return shape.examples[0]
  if (shape.const !== undefined) return shape.const
  if (shape.enum) return shape.enum[0]
  const either = shape.anyOf ?? shape.oneOf
  if (either && absent.has(name) && either.some((one) => one.type === 'null')) return null
  if (either) return exampleOf(either.find((one) => one.type !== 'null') ?? {}, shapes, name)
  if (shape.allOf) return Object.assign({}, ...shape.allOf.map((one) => exampleOf(one, shapes, name)))
  const type = Array.isArray(shape.type) ? shape.type.find((t) => t !== 'null') : shape.type
  const known = own(ordinary, name)
  if (known !== undefined && fits(known, type)) return known
  if (type === 'object')
    return Object.fromEntries(Object.entries(shape.properties ?? {}).map(([key, of]) => [key, exampleOf(of, shapes, key)]))
  return plain(type, shape, shapes, name)
}

const fits = (value: unknown, type: string | undefined) =>
  type === undefined || (type === 'array' ? Array.isArray(value) : type === 'integer' ? typeof value === 'number' : typeof value === type)

function plain(type: string | undefined, shape: Shape, shapes: Shapes, name: string): unknown {
  if (type === 'array') return shape.items ? [exampleOf(shape.items, shapes, name)] : []
  if (type === 'integer' || type === 'number') return shape.default ?? Math.max(1, shape.minimum ?? 1)
  if (type === 'boolean') return shape.default ?? false
  if (type === 'null') return null
  return shape.default ?? own(formats, shape.format ?? '') ?? 'text'
}
