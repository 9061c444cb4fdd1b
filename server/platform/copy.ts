import { Readable } from 'node:stream'
import type pg from 'pg'

/** What the driver's connection offers beyond its types: sending into a COPY, and its socket. */
interface Wire {
  query(text: string): void
  sendCopyFromChunk(chunk: Buffer): void
  endCopyFrom(): void
  sendCopyFail(reason: string): void
  stream: {
    pause(): void
    resume(): void
    writableNeedDrain: boolean
    on(event: string, heard: () => void): void
    off(event: string, heard: () => void): void
  }
}

/** The driver hands what the server says to the query at work by these methods. */
abstract class CopyQuery {
  rows = 0
  protected wire: Wire | undefined
  #text: string

  constructor(text: string) {
    this.#text = text
  }

  submit(connection: pg.Connection): void {
    this.wire = connection as unknown as Wire
    this.wire.query(this.#text)
  }

  handleCommandComplete({ text }: { text: string }): void {
    this.rows = Number(/COPY (\d+)/.exec(text)?.[1] ?? 0)
  }

  handleRowDescription(): void {}
  handleDataRow(): void {}
  handlePortalSuspended(): void {}
  handleEmptyQuery(): void {}
  abstract handleCopyInResponse(wire: Wire): void
  abstract handleCopyData(message: { chunk: Buffer }, wire: Wire): void
  abstract handleError(error: Error): void
  abstract handleReadyForQuery(): void
}

const blockSize = 64 * 1024

class CopyOut extends CopyQuery {
  readonly blocks: Readable
  #waiting: Buffer[] = []
  #size = 0

  constructor(text: string) {
    super(text)
    this.blocks = new Readable({ highWaterMark: 4 * blockSize, read: () => this.wire?.stream.resume() })
  }

  override handleCopyInResponse(wire: Wire): void {
    wire.sendCopyFail('a COPY … TO STDOUT was expected')
  }

  override handleCopyData({ chunk }: { chunk: Buffer }, wire: Wire): void {
    // The driver uses its buffer again: keep a copy.
    this.#waiting.push(Buffer.from(chunk))
    this.#size += chunk.length
    if (this.#size >= blockSize && !this.#push()) wire.stream.pause()
  }

  override handleError(error: Error): void {
    this.wire?.stream.resume()
    this.blocks.destroy(error)
  }

  override handleReadyForQuery(): void {
    this.#push()
    this.blocks.push(null)
  }

  #push(): boolean {
    if (this.#size === 0) return true
    const block = Buffer.concat(this.#waiting)
    this.#waiting = []
    this.#size = 0
    return this.blocks.push(block)
  }
}

class CopyIn extends CopyQuery {
  readonly done: Promise<number>
  #source: AsyncIterable<Uint8Array>
  #settle!: (rows: number) => void
  #refuse!: (error: Error) => void
  #over = false
  #reason: Error | undefined

  constructor(text: string, source: AsyncIterable<Uint8Array>) {
    super(text)
    this.#source = source
    this.done = new Promise((settle, refuse) => {
      this.#settle = settle
      this.#refuse = refuse
    })
  }

  override handleCopyInResponse(wire: Wire): void {
    void this.#send(wire)
  }

  override handleCopyData(): void {}

  override handleError(error: Error): void {
    this.#over = true
    // The source's own trouble says more than "COPY from stdin failed".
    this.#refuse(this.#reason ?? error)
  }

  override handleReadyForQuery(): void {
    this.#over = true
    this.#settle(this.rows)
  }

  async #send(wire: Wire): Promise<void> {
    try {
      for await (const block of this.#source) {
        if (this.#over) return
        wire.sendCopyFromChunk(Buffer.from(block.buffer, block.byteOffset, block.byteLength))
        if (wire.stream.writableNeedDrain) await drained(wire)
      }
      if (!this.#over) wire.endCopyFrom()
    } catch (error) {
      this.#reason = error as Error
      if (!this.#over) wire.sendCopyFail(this.#reason.message)
    }
  }
}

/** Waits until the socket takes more, or is gone. */
function drained({ stream }: Wire): Promise<void> {
  return new Promise((done) => {
    const go = () => {
      stream.off('drain', go)
      stream.off('close', go)
      done()
    }
    stream.on('drain', go)
    stream.on('close', go)
  })
}

/** Streams `COPY … TO STDOUT` in blocks of about 64 KB. Read it to its end before the next query on this client. */
export function copyOut(client: pg.ClientBase, text: string): Readable {
  const query = new CopyOut(text)
  client.query(query)
  return query.blocks
}

/** Streams blocks into `COPY … FROM STDIN`; answers the number of rows. An error of the source ends the COPY with nothing written. */
export function copyIn(client: pg.ClientBase, text: string, source: AsyncIterable<Uint8Array>): Promise<number> {
  const query = new CopyIn(text, source)
  client.query(query)
  return query.done
}
