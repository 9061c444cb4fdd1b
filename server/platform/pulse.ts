import pg from 'pg'

/** How often the database is asked whether it is there. */
const EVERY_MS = 1000
/** How often while it is away. */
const AGAIN_MS = 200
/** Without an answer for so long it is away. */
const AWAY_MS = 2000
/** Then what waits for it is let go: a machine that stands still breaks no connection by itself. */
const CUT_MS = 15_000
/** How often this process feels its own pulse. */
const BEAT_MS = 250
/** What one beat may count for: one that comes later than this was held up itself, and so was the database's answer. */
const BEAT_AT_MOST_MS = 2 * BEAT_MS

export interface Pulse {
  /** Whether the database answered within the last two seconds in which this process was awake to hear it. Takes no time: asks nobody. Calls before the first answer wait for it, half a second at most. */
  alive(): Promise<boolean>
  stop(): Promise<void>
}

/** Feels the database's pulse on a connection of its own, which no request can take. `cut` is called each time it has been still for fifteen seconds. */
export function openPulse(config: pg.ClientConfig, cut: () => void): Pulse {
  let client: pg.Client | undefined
  let last = Number.NEGATIVE_INFINITY
  let heart: NodeJS.Timeout | undefined
  let lived = 0
  let beat = performance.now()
  /** Time in which the event loop turned, ms: a busy or stopped machine is not a database that is away. */
  const awake = () => lived + Math.min(performance.now() - beat, BEAT_AT_MOST_MS)
  let since = awake()
  let asking = false
  let timer: NodeJS.Timeout | undefined
  let first: Promise<unknown> | undefined
  let again: NodeJS.Timeout | undefined
  const askAgain = () => {
    again = undefined
    void ask()
  }
  const drop = (c: pg.Client) => {
    if (client !== c) return
    client = undefined
    // A connection that broke is an answer, too.
    last = Number.NEGATIVE_INFINITY
    if (timer) again ??= setTimeout(askAgain, AGAIN_MS).unref()
    // A connection whose other end stands still never ends by itself.
    const { connection } = c as unknown as { connection: { stream: { destroy(): void } } }
    connection.stream.destroy()
  }
  const ask = async () => {
    if (asking) {
      const now = awake()
      if (now - Math.max(last, since) > CUT_MS) {
        since = now
        if (client) drop(client)
        cut()
      }
      return
    }
    asking = true
    let c = client
    try {
      if (!c) {
        c = new pg.Client({ ...config, connectionTimeoutMillis: CUT_MS })
        const mine = c
        c.on('error', () => drop(mine))
        c.on('end', () => drop(mine))
        client = c
        await c.connect()
      }
      await c.query('select 1')
      last = awake()
    } catch {
      if (c) drop(c)
    } finally {
      asking = false
    }
  }
  return {
    async alive() {
      if (!timer) {
        since = awake()
        heart = setInterval(() => {
          lived = awake()
          beat = performance.now()
        }, BEAT_MS).unref()
        timer = setInterval(() => void ask(), EVERY_MS).unref()
        first = ask()
      }
      await Promise.race([first, new Promise((done) => setTimeout(done, 500).unref())])
      return awake() - last < AWAY_MS
    },
    async stop() {
      clearInterval(heart)
      clearInterval(timer)
      timer = undefined
      clearTimeout(again)
      if (client) drop(client)
    },
  }
}
