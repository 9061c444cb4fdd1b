import { z } from 'zod'
import { own } from '#server/platform/own.ts'
import { problemKinds } from '#server/platform/result.ts'
import type { CardFields } from '#server/rooms/notes/index.ts'
import { exampleOf, type Shape, type Shapes } from './examples.ts'
import { refusals } from './words.ts'

interface Content {
  schema?: Shape
  example?: unknown
}
interface Answer {
  description?: string
  content?: Record<string, Content>
}
interface Operation {
  summary?: string
  operationId?: string
  parameters?: Record<string, unknown>[]
  requestBody?: { content: Record<string, Content>; required?: boolean }
  responses?: Record<string, Answer>
  security?: Record<string, string[]>[]
  'x-form'?: Shape
  'x-picture'?: string
  'x-keyed'?: boolean
}
interface Document {
  tags?: { name: string; description: string }[]
  paths?: Record<string, Record<string, Operation>>
  components?: { schemas?: Shapes; parameters?: Record<string, unknown> }
}

const PROBLEM = 'application/problem+json'
const problem: Shape = { $ref: '#/components/schemas/Problem' }

const shared = {
  IdempotencyKey: {
    name: 'Idempotency-Key',
    in: 'header',
    required: false,
    description:
      'Any string up to 200 characters that belongs to this one intention. For a day, a repeated call makes nothing new: it gets what the first one made, as it is now, or problem `idempotency-key-gone` where that is not there any more.',
    schema: { type: 'string', maxLength: 200 },
    example: '0f4f2f6e-8c57-4d7e-9f0c-0d3e7a0c6f2b',
  },
  AcceptLanguage: {
    name: 'Accept-Language',
    in: 'header',
    required: false,
    description: 'Language of titles, details and names of things: `en` or `zh-Hans`.',
    schema: { type: 'string' },
    example: 'zh-Hans,en;q=0.8',
  },
}
const param = (name: keyof typeof shared) => ({ $ref: `#/components/parameters/${name}` })

/** What the generator cannot know: names of calls, problems as such, examples, forms, and bodies that are not there. */
export function finish(made: unknown, fields: CardFields, chapters: ReadonlyMap<string, string>): unknown {
  const document = made as Document
  document.tags = [...chapters].map(([name, description]) => ({ name, description }))
  document.components ??= {}
  document.components.schemas ??= {}
  const shapes = document.components.schemas
  document.components.parameters = shared
  const code = shapes.Problem?.properties?.code
  if (code)
    code.description = `Stable. One of: ${problemKinds()
      .map((kind) => `\`${kind.code}\``)
      .sort()
      .join(', ')}.`
  for (const card of [shapes.Card, shapes.FeedCard]) nameFields(card, fields)
  for (const [path, methods] of Object.entries(document.paths ?? {}))
    for (const [method, operation] of Object.entries(methods)) finishOne(method, path, operation, shapes)
  document.paths = { ...document.paths, ...(plainPaths as unknown as typeof document.paths) }
  return document
}

/** What each field is that rooms add to cards. */
function nameFields(card: Shape | undefined, fields: CardFields): void {
  const more = card?.properties?.more
  if (more)
    more.properties = Object.fromEntries(Object.entries(fields).map(([name, { schema }]) => [name, z.toJSONSchema(schema) as Shape]))
}

function finishOne(method: string, path: string, operation: Operation, shapes: Shapes): void {
  operation.operationId = nameOf(method, path)
  operation.parameters ??= []
  const { parameters } = operation
  for (const one of parameters) one.example ??= exampleOf((one.schema ?? {}) as Shape, shapes, String(one.name))
  if (operation['x-keyed']) parameters.push(param('IdempotencyKey'))
  delete operation['x-keyed']
  parameters.push(param('AcceptLanguage'))
  if (operation['x-form']) {
    operation.requestBody = { required: true, content: { 'multipart/form-data': { schema: operation['x-form'] } } }
    delete operation['x-form']
  }
  for (const content of Object.values(operation.requestBody?.content ?? {})) content.example ??= exampleOf(content.schema ?? {}, shapes)
  operation.responses ??= {}
  const { responses } = operation
  responses.default ??= { content: { 'application/json': { schema: problem } } }
  for (const [status, answer] of Object.entries(responses)) finishAnswer(status, answer, operation['x-picture'], shapes)
  delete operation['x-picture']
}

function finishAnswer(status: string, answer: Answer, picture: string | undefined, shapes: Shapes): void {
  const [content] = Object.values(answer.content ?? {})
  const refusal = own(refusals, status)
  if (content?.schema?.$ref === problem.$ref) {
    const { code, title, description } = refusal ?? (refusals.default as (typeof refusals)[string])
    answer.description = description
    const example = { type: 'about:blank', title, status: Number(status) || 500, code }
    answer.content = {
      [PROBLEM]: { schema: problem, example: status === '400' ? { ...example, fields: { title: 'At most 100' } } : example },
    }
  } else if (picture) {
    answer.description = 'The picture'
    answer.content = { [picture]: { schema: { type: 'string', format: 'binary' } } }
  } else if (!content?.schema || content.schema.type === 'null') {
    answer.description = 'Done; no body.'
    delete answer.content
  } else {
    answer.description = 'Done'
    content.example ??= exampleOf(content.schema, shapes)
  }
}

/** `PUT /v1/notes/{id}/like` → `putNotesLike`, with what it is by: `getNotesById`. */
const nameOf = (method: string, path: string): string => {
  const parts = path.replace(/^\/v1/, '').split('/').filter(Boolean)
  const named = parts.map((part, i) => (part.startsWith('{') ? (i === parts.length - 1 ? `By-${part.slice(1, -1)}` : '') : part))
  return method + named.join('-').replace(/(?:^|[-_.]+)(\w)/g, (_all, first: string) => first.toUpperCase())
}

const text = (type: string, example: unknown) => ({ content: { [type]: { schema: { type: typeof example }, example } } })
const health = (status: string) => text('application/json', { status, role: 'all', uptime: 3600 })

/** Calls that stand outside `/v1` and know neither sessions nor schemas. */
const plainPaths = {
  '/healthz': {
    get: {
      operationId: 'getHealthz',
      tags: ['site'],
      summary: 'Whether this process can serve',
      security: [],
      responses: {
        200: { description: 'It can', ...health('ok') },
        503: { description: 'It cannot: the database does not answer', ...health('no-database') },
      },
    },
  },
  '/metrics': {
    get: {
      operationId: 'getMetrics',
      tags: ['site'],
      summary: 'Figures of this process for Prometheus',
      security: [],
      responses: { 200: { description: 'Prometheus text', ...text('text/plain', 'http_request_seconds_count{method="GET"} 12') } },
    },
  },
}
