import type { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type pg from 'pg'
import { from, to } from 'pg-copy-streams'

/** Streams `COPY … TO STDOUT` as the server sends it. Read it to its end before the next query on this client. */
export const copyOut = (client: pg.ClientBase, text: string): Readable => client.query(to(text))

/** Streams blocks into `COPY … FROM STDIN`; answers the number of rows. An error of the source ends the COPY with nothing written. */
export async function copyIn(client: pg.ClientBase, text: string, source: AsyncIterable<Uint8Array>): Promise<number> {
  const copy = client.query(from(text))
  await pipeline(source, copy)
  return copy.rowCount
}
