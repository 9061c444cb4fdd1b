import { parentPort } from 'node:worker_threads'
import decode from 'heic-decode'

/** Runs in a thread of its own: the decoder is synchronous WebAssembly and would stop every request for a second. */
export type HeicAnswer = { id: number; width: number; height: number; rgba: ArrayBuffer } | { id: number; error: string }

parentPort?.on('message', async ({ id, file }: { id: number; file: Uint8Array }) => {
  try {
    const { width, height, data } = await decode({ buffer: file })
    parentPort?.postMessage({ id, width, height, rgba: data.buffer } satisfies HeicAnswer, [data.buffer])
  } catch (error) {
    parentPort?.postMessage({ id, error: String(error) } satisfies HeicAnswer)
  }
})
