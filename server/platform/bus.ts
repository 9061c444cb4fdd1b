import { randomBytes } from 'node:crypto'
import type { Db, Queryable } from './db.ts'
import { sql } from './db.ts'
import type { Log } from './log.ts'

/** What processes tell each other about one thing. Messages are small: an id, a few numbers; never words of people. */
export interface Topic<M> {
  /** Names the channel, at most 63 bytes; `room.thing`. */
  readonly name: string
  /** One line without a line break. */
  write(message: M): string
  read(line: string): M
  /** What a message is about: of several that wait to be told, the last one about a thing is. Without it all are. */
  about?(message: M): string
}

/** A topic whose messages are ids. */
export const idsTopic = (name: string): Topic<string> => ({ name, write: (id) => id, read: (line) => line, about: (id) => id })

export interface Ears<M> {
  heard(messages: readonly M[]): void
  /** Anything may have been said unheard (the line was away, or is new): forget whatever hearing keeps true. */
  missed(): void
}

/**
 * What the processes of a site tell each other. Nothing is kept: whoever is not there does not hear it, and is told so by `missed` when it is
 * back. Rooms see this face only, so that another carrier (Redis) can stand behind it.
 */
export interface Bus {
  hear<M>(topic: Topic<M>, ears: Ears<M>): void
  /** To the other processes when the transaction commits; this one has to know by itself. To all of them: `tellAll`. */
  tellOthers<M>(tx: Queryable, topic: Topic<M>, messages: readonly M[]): Promise<void>
  /** Said to the others within a quarter of a second, many together and outside any transaction, since a NOTIFY makes commits queue up. May be lost. */
  soon<M>(topic: Topic<M>, messages: readonly M[]): void
  /** Says what waits. */
  stop(): Promise<void>
}

/** NOTIFY carries less than 8,000 bytes. */
const BYTES = 7_900
const SOON_MS = 250

/** A payload is lines: `@tag` of the process that must not hear it, where there is one, then a message each. A bare id, as triggers say it, is one message. */
export function payloadsOf(lines: readonly string[], tag: string | null): string[] {
  const head = tag === null ? '' : `@${tag}\n`
  const payloads: string[] = []
  let text = ''
  let bytes = 0
  for (const line of lines) {
    const size = Buffer.byteLength(line) + 1
    if (size + head.length > BYTES) throw new Error('a message to other processes is too long')
    if (text !== '' && bytes + size > BYTES) {
      payloads.push(text)
      text = ''
    }
    if (text === '') {
      text = head + line
      bytes = head.length + size
    } else {
      text += `\n${line}`
      bytes += size
    }
  }
  if (text !== '') payloads.push(text)
  return payloads
}

const say = async (to: Queryable, name: string, payloads: readonly string[]): Promise<void> => {
  if (payloads.length > 0) await to.run(sql`select pg_notify(${name}, p) from unnest(${payloads}::text[]) as t(p)`)
}

/** To all processes, this one too, when the transaction commits: `Bus.tell` for where only a transaction is at hand. */
export const tellAll = <M>(tx: Queryable, topic: Topic<M>, messages: readonly M[]): Promise<void> =>
  say(tx, topic.name, payloadsOf([...new Set(messages.map((m) => topic.write(m)))], null))

/** The bus over PostgreSQL's LISTEN and NOTIFY. */
export function databaseBus(db: Db, log: Log): Bus {
  const tag = randomBytes(6).toString('hex')
  const waiting = new Map<string, Map<string, string>>()
  let timer: NodeJS.Timeout | undefined
  let told = Promise.resolve()

  const flush = async () => {
    clearTimeout(timer)
    timer = undefined
    const all = [...waiting]
    waiting.clear()
    // Not told again: whoever hears keeps nothing for ever.
    for (const [name, lines] of all)
      await say(db, name, payloadsOf([...lines.values()], tag)).catch((e) => log.warn({ err: e }, 'other processes could not be told'))
  }
  return {
    hear(topic, { heard, missed }) {
      db.listen(
        topic.name,
        (payload) => {
          const lines = payload.split('\n')
          if (lines[0]?.startsWith('@') && lines.shift() === `@${tag}`) return
          heard(lines.map((line) => topic.read(line)))
        },
        missed,
      )
    },
    tellOthers: (tx, topic, messages) => say(tx, topic.name, payloadsOf([...new Set(messages.map((m) => topic.write(m)))], tag)),
    soon(topic, messages) {
      let lines = waiting.get(topic.name)
      if (!lines) {
        lines = new Map()
        waiting.set(topic.name, lines)
      }
      for (const message of messages) {
        const line = topic.write(message)
        lines.set(topic.about?.(message) ?? line, line)
      }
      timer ??= setTimeout(() => {
        told = told.then(flush)
      }, SOON_MS).unref()
    },
    async stop() {
      await told
      await flush()
    },
  }
}
