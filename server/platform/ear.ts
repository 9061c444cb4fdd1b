import pg from 'pg'

/** How long after a lost connection another is tried. */
const AGAIN_MS = 500

/** What this process hears of PostgreSQL's NOTIFY, on one connection for all channels. */
export interface Ear {
  /**
   * Calls `heard` with every payload of a channel from now on. Calls `missed` whenever it begins to hear, the first time as well: what was said
   * before that is lost, and what was read meanwhile may be old.
   */
  listen(channel: string, heard: (payload: string) => void, missed: () => void): void
  /** Breaks the connection off: its other end stands still, and it would never end by itself. */
  cut(): void
  stop(): Promise<void>
}

interface Channel {
  heard: (payload: string) => void
  missed: () => void
}

/** Connects with the first channel, and again by itself whenever the connection is lost. */
export function openEar(config: pg.ClientConfig): Ear {
  const channels = new Map<string, Channel[]>()
  let client: pg.Client | undefined
  /** Set once the connection is there: channels that come later are listened to at once. */
  let open = false
  let timer: NodeJS.Timeout | undefined
  let ready: Promise<void> | undefined
  let stopped = false
  /** One statement at a time: the driver will take no second one while it has one to do. */
  let turn: Promise<unknown> = Promise.resolve()

  const begin = async (c: pg.Client, names: readonly string[]) => {
    if (names.length === 0) return
    await c.query(names.map((name) => `listen ${pg.escapeIdentifier(name)}`).join(';'))
    for (const name of names) for (const channel of channels.get(name) ?? []) channel.missed()
  }
  const connect = async (): Promise<void> => {
    if (stopped) return
    const c = new pg.Client({ ...config, keepAlive: true })
    client = c
    let lost = false
    const retry = () => {
      if (lost || stopped) return
      lost = true
      open = false
      void c.end().catch(() => {})
      timer = setTimeout(() => {
        ready = connect()
      }, AGAIN_MS).unref()
    }
    c.on('error', retry)
    c.on('end', retry)
    c.on('notification', ({ channel, payload = '' }) => {
      for (const one of channels.get(channel) ?? []) one.heard(payload)
    })
    try {
      await c.connect()
      open = true
      const begun = begin(c, [...channels.keys()])
      turn = begun.catch(() => {})
      await begun
    } catch {
      retry()
    }
  }
  return {
    listen(name, heard, missed) {
      const there = channels.get(name)
      if (there) there.push({ heard, missed })
      else channels.set(name, [{ heard, missed }])
      if (!ready) ready = connect()
      // A connection that breaks meanwhile listens to all when it is there again.
      else if (open && client) {
        const c = client
        turn = turn.then(() => (c === client && open ? begin(c, [name]) : undefined)).catch(() => {})
      }
    },
    cut() {
      ;(client as unknown as { connection: { stream: { destroy(): void } } } | undefined)?.connection.stream.destroy()
    },
    async stop() {
      stopped = true
      clearTimeout(timer)
      await ready?.catch(() => {})
      await client?.end().catch(() => {})
    },
  }
}
