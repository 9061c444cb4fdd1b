import { Worker } from 'node:worker_threads'
import { HeicUncut } from './heic-uncut.ts'
import type { HeicAnswer, HeicQuestion } from './heic-worker.ts'

export interface UprightPicture {
  width: number
  height: number
  /** The pixels, turned upright by the decoder, as an uncompressed TIFF with the file's colour profile. */
  tiff: Uint8Array
}

const idle = 5_000
/** Pixels beyond which the decoder ends after the picture: what it holds would stand beside everything that follows. */
const large = 20_000_000

/**
 * Decodes HEIC, one at a time, in a thread that starts with the first picture and ends after some idle seconds: the decoder's
 * memory (17 MB, and the whole picture three times over where it is no grid) never shrinks while it lives, and the 18 pictures of a note come
 * one after another. How long a picture may take is the workshop's to say, which counts its processor time.
 */
export class HeicDecoder {
  #worker: Worker | undefined
  #turn: Promise<unknown> = Promise.resolve()
  #idle: NodeJS.Timeout | undefined
  #count = 0

  decode(file: Uint8Array, profile: Uint8Array | undefined): Promise<UprightPicture> {
    const answer = this.#turn.then(() => this.#decodeNow(file, profile))
    this.#turn = answer.catch(() => {})
    return answer
  }

  async stop(): Promise<void> {
    clearTimeout(this.#idle)
    const worker = this.#worker
    this.#worker = undefined
    await worker?.terminate()
  }

  async #decodeNow(file: Uint8Array, profile: Uint8Array | undefined): Promise<UprightPicture> {
    clearTimeout(this.#idle)
    const worker = this.#worker ?? new Worker(new URL('./heic-worker.ts', import.meta.url))
    // Whoever waits hears of an error; an idle thread that breaks must not take the process with it.
    if (worker !== this.#worker) worker.on('error', () => {})
    this.#worker = worker
    worker.ref()
    const id = ++this.#count
    const done = new AbortController()
    try {
      const answer = await new Promise<HeicAnswer>((resolve, reject) => {
        const ended = () => reject(new Error('the HEIC decoder ended'))
        worker.once('message', resolve).once('error', reject).once('exit', ended)
        // By name: a Worker listens to itself, and `removeAllListeners` would deafen it.
        done.signal.addEventListener('abort', () => worker.off('message', resolve).off('error', reject).off('exit', ended))
        const copy = new Uint8Array(file)
        worker.postMessage({ id, file: copy, profile } satisfies HeicQuestion, [copy.buffer])
      })
      if ('error' in answer) throw answer.uncut ? new HeicUncut(answer.error) : new Error(answer.error)
      if (answer.width * answer.height > large) await this.stop()
      return { width: answer.width, height: answer.height, tiff: new Uint8Array(answer.tiff) }
    } catch (error) {
      // After a failure nothing is known about the decoder's memory: the next picture gets a fresh one.
      await this.stop()
      throw error
    } finally {
      done.abort()
      if (this.#worker) {
        this.#worker.unref()
        this.#idle = setTimeout(() => void this.stop(), idle)
        this.#idle.unref()
      }
    }
  }
}
