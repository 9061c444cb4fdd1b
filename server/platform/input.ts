import type { FastifyRequest } from 'fastify'
import type { z } from 'zod'
import { fail, invalid } from './result.ts'

/** What came in does not fit its schema. */
export class InvalidInput extends Error {
  readonly statusCode = 400
  readonly issues: readonly z.core.$ZodIssue[]
  constructor(issues: readonly z.core.$ZodIssue[]) {
    super('invalid input')
    this.issues = issues
  }
}

/** Nothing that people make is nested deeper; a thing that is would only wear out the stack. */
const DEEPEST = 32

/**
 * Texts as the database holds them, wherever they stand in what came in: without U+0000, which it has no place for, and with U+FFFD for
 * half a surrogate pair, which no encoding can write.
 */
export function cleaned(value: unknown, depth = 0): unknown {
  if (typeof value === 'string') return text(value)
  if (typeof value !== 'object' || value === null || Buffer.isBuffer(value)) return value
  if (depth === DEEPEST) throw new InvalidInput([])
  if (Array.isArray(value)) return value.map((one) => cleaned(one, depth + 1))
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [text(key), cleaned(one, depth + 1)]))
}

const text = (s: string) => {
  const whole = s.isWellFormed() ? s : s.toWellFormed()
  return whole.includes('\0') ? whole.replaceAll('\0', '') : whole
}

/** Parses by zod what came in, keeping of each complaint what was found, so that "missing" and "of another kind" can be told apart. */
export const parseInput =
  ({ schema }: { schema: unknown }) =>
  (data: unknown): { value: unknown } | { error: Error } => {
    try {
      const read = (schema as z.ZodType).safeParse(cleaned(data), { reportInput: true })
      return read.success ? { value: read.data } : { error: new InvalidInput(read.error.issues) }
    } catch (e) {
      if (e instanceof InvalidInput) return { error: e }
      throw e
    }
  }

type Parsed = (error: Error | null, body?: unknown) => void

/** JSON as Fastify reads it, but nothing at all counts as no body: many clients name the type on every call. */
export const jsonOrNothing =
  (parse: (req: FastifyRequest, body: string, done: Parsed) => unknown) => (req: FastifyRequest, body: string, done: Parsed) =>
    body.trim() === '' ? done(null, undefined) : void parse(req, body, done)

/** An `Idempotency-Key` that could not be kept must not be passed over in silence. */
export const KEY_LENGTH = 200
export const keyTooLong = () => fail(invalid, { fields: { 'idempotency-key': 'field.too-long' }, params: { maximum: KEY_LENGTH } })
