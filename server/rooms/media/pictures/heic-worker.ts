import { parentPort } from 'node:worker_threads'
import { withHeic } from './heic-tiles.ts'
import { HeicUncut } from './heic-uncut.ts'
import { tiffWithProfile } from './tiff.ts'

export interface HeicQuestion {
  id: number
  file: Uint8Array
  profile: Uint8Array | undefined
}
export type HeicAnswer = { id: number; width: number; height: number; tiff: ArrayBuffer } | { id: number; error: string; uncut: boolean }

/** Runs in a thread of its own: the decoder is synchronous WebAssembly and would stop every request for a second. */
parentPort?.on('message', ({ id, file, profile }: HeicQuestion) => {
  try {
    const answer = withHeic(file, ({ width, height, writeTo }): HeicAnswer => {
      const { tiff, pixels } = tiffWithProfile({ width, height }, profile)
      writeTo(pixels)
      return { id, width, height, tiff }
    })
    if ('tiff' in answer) parentPort?.postMessage(answer, [answer.tiff])
  } catch (error) {
    parentPort?.postMessage({ id, error: String(error), uncut: error instanceof HeicUncut } satisfies HeicAnswer)
  }
})
