import { parentPort } from 'node:worker_threads'
import decode from 'heic-decode'
import { tiffWithProfile } from './tiff.ts'

export interface HeicQuestion {
  id: number
  file: Uint8Array
  profile: Uint8Array | undefined
}
export type HeicAnswer = { id: number; width: number; height: number; tiff: ArrayBuffer } | { id: number; error: string }

/** Runs in a thread of its own: the decoder is synchronous WebAssembly and would stop every request for a second. */
parentPort?.on('message', async ({ id, file, profile }: HeicQuestion) => {
  try {
    const { width, height, data } = await decode({ buffer: file })
    const tiff = tiffWithProfile({ width, height, rgba: data }, profile)
    parentPort?.postMessage({ id, width, height, tiff } satisfies HeicAnswer, [tiff])
  } catch (error) {
    parentPort?.postMessage({ id, error: String(error) } satisfies HeicAnswer)
  }
})
