/** What may be told of an error anywhere: which kind it is and where it arose, never what it says, since messages quote what people wrote. */
export interface Fault {
  /** Class of the error, such as `TypeError`. */
  type: string
  /** Code of the system, of PostgreSQL or of a library. */
  code?: string
  /** The first place in our own code. */
  at?: string
}

const NAME = /^[A-Za-z][\w$]{0,60}$/
const CODE = /^[A-Z0-9_]{1,60}$/

export function faultOf(error: unknown): Fault {
  if (typeof error !== 'object' || error === null) return { type: typeof error }
  const { name, code, stack } = error as { name?: unknown; code?: unknown; stack?: unknown }
  const type = typeof name === 'string' && NAME.test(name) ? name : 'Error'
  const place = framesOf(stack)
    .filter((frame) => !frame.includes('node_modules'))
    .map((frame) => /((?:server|web|demo|tests)\/[\w./-]+:\d+)/.exec(frame)?.[1])
    .find((found) => found !== undefined)
  return {
    type: type === 'error' ? 'DatabaseError' : type,
    ...(typeof code === 'string' && CODE.test(code) ? { code } : {}),
    ...(place === undefined ? {} : { at: place }),
  }
}

/** The frames of a stack without the message above them, which may be of any length and look like anything. */
export function framesOf(stack: unknown): string[] {
  if (typeof stack !== 'string') return []
  const lines = stack.split('\n')
  // The message may itself have lines that look like frames: the true ones are the last run of them.
  let from = lines.length
  while (from > 0 && /^\s+at .+(:\d+:\d+\)?|\)|<anonymous>|native)$/.test(lines[from - 1] ?? '')) from--
  return lines.slice(from).map((line) => line.trim())
}

/** In one line: `TypeError in server/rooms/notify/on-words.ts:44`. */
export function faultLine(error: unknown): string {
  const { type, code, at } = faultOf(error)
  return `${type}${code ? ` ${code}` : ''}${at ? ` in ${at}` : ''}`
}
