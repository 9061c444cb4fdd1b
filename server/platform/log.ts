import { type DestinationStream, pino } from 'pino'
import type { Config } from './config.ts'
import { faultOf, framesOf } from './fault.ts'

export type Log = ReturnType<typeof openLog>

/** Lines alike (level, words, kind of error) that are written within one window; further ones are counted. */
const ALIKE = 10
const WINDOW_MS = 60_000
/** Kinds of lines that are told apart; beyond it they share one count. */
const KINDS = 500
const LONGEST = 200

/** What may be told besides the line itself: names, numbers and codes of our own making. Whatever is not here is left out. */
const TOLD = new Set([
  'account',
  'code',
  'count',
  'format',
  'id',
  'job',
  'kind',
  'line',
  'reqId',
  'seconds',
  'size',
  'status',
  'subscriber',
  'task',
  'why',
])

type Facts = Record<string, unknown>

/**
 * Structured lines on standard output. They never quote what people wrote: of an error there is its kind, code and place, never its message
 * (PostgreSQL and parsers quote values in theirs), of everything else only what stands on a list. Repeats are counted, not written.
 */
export function openLog(config: Pick<Config, 'logLevel'>, to?: DestinationStream, now: () => number = () => performance.now()) {
  const seen = new Map<string, { line: string; level: number; left: number; held: number }>()
  let until = 0
  let timer: NodeJS.Timeout | undefined

  const tell = () => {
    clearTimeout(timer)
    timer = undefined
    const held = [...seen.values()].filter((k) => k.held > 0)
    seen.clear()
    for (const { line, level, held: count } of held)
      log[level >= 50 ? 'error' : level >= 40 ? 'warn' : 'info']({ count, line }, 'the same again, not written')
  }
  const mayWrite = (level: number, line: string, facts: Facts): boolean => {
    if (line === 'the same again, not written') return true
    const t = now()
    if (t >= until) {
      until = t + WINDOW_MS
      tell()
    }
    const { type = '', code = '' } = facts.err ? faultOf(facts.err) : {}
    const name = `${level} ${line} ${type} ${code}`
    const kind = seen.has(name) || seen.size < KINDS ? name : 'others'
    const had = seen.get(kind) ?? { line, level, left: ALIKE, held: 0 }
    seen.set(kind, had)
    if (had.left-- > 0) return true
    had.held++
    timer ??= setTimeout(tell, WINDOW_MS).unref()
    return false
  }

  const log = pino(
    {
      level: config.logLevel,
      base: null,
      formatters: { log: told },
      serializers: { err: (e: unknown) => e },
      hooks: {
        logMethod(args, method, level) {
          const [first, second] = args as unknown[]
          const facts: Facts = first instanceof Error ? { err: first } : typeof first === 'object' && first !== null ? (first as Facts) : {}
          const words = typeof first === 'string' ? first : second
          // Without words pino would take those of the error.
          const line = typeof words === 'string' ? words : 'an error'
          if (mayWrite(level, line, facts)) method.apply(this, [facts, line] as never)
        },
      },
    },
    to as DestinationStream,
  )
  return log
}

function told(facts: Facts): Facts {
  const entries = Object.entries(facts).flatMap(([key, value]): [string, unknown][] => {
    if (key === 'err') return [['err', toldError(value)]]
    if (key === 'frames' && Array.isArray(value)) return [['frames', value]]
    if (!TOLD.has(key)) return []
    if (typeof value === 'string') return [[key, value.slice(0, LONGEST)]]
    return typeof value === 'number' || typeof value === 'boolean' ? [[key, value]] : []
  })
  return Object.fromEntries(entries)
}

/** Names in the database, never values. */
const NAMES = ['table', 'column', 'constraint', 'routine', 'syscall'] as const

function toldError(error: unknown, depth = 0): Facts {
  const fault = faultOf(error)
  if (typeof error !== 'object' || error === null) return { ...fault }
  const e = error as Facts
  const names = Object.fromEntries(NAMES.flatMap((n) => (typeof e[n] === 'string' && /^[\w. -]{1,80}$/.test(e[n]) ? [[n, e[n]]] : [])))
  return {
    ...fault,
    ...names,
    frames: framesOf(e.stack).slice(0, 12),
    ...(e.cause && depth < 3 ? { cause: toldError(e.cause, depth + 1) } : {}),
  }
}
