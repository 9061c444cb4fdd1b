import { type Inspected, inspect, type Refusal } from '../pictures/decode.ts'
import type { HeicDecoder } from '../pictures/heic.ts'
import { type MadeCrop, type MadePicture, makeCrop, makePicture } from '../pictures/make.ts'
import { type CropArea, encodeAvif, masterPixels, type Rendition } from '../pictures/render.ts'

/** What the workshop is asked for, each with the bytes of one file. */
export type Task =
  | { kind: 'look' }
  | { kind: 'make'; seen: Inspected }
  | { kind: 'crop'; crop: CropArea | null; animated: boolean }
  | { kind: 'avif'; crop: CropArea | null }

export interface Answers {
  look: Inspected | Refusal
  make: MadePicture
  crop: MadeCrop
  avif: Rendition[]
}

export const work = async (task: Task, file: Buffer, heic: HeicDecoder): Promise<Answers[Task['kind']]> => {
  switch (task.kind) {
    case 'look':
      return inspect(file)
    case 'make':
      return makePicture(file, task.seen, heic)
    case 'crop':
      return makeCrop(file, task)
    case 'avif':
      return encodeAvif(await masterPixels(file, task.crop))
  }
}
