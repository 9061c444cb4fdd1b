import { type Craft, crafts } from './crafted.ts'
import { lotsOf } from './lots.ts'
import { mutations } from './mutate.ts'
import { png } from './parts.ts'
import { encodedSamples, type Sample } from './samples.ts'

/** A file as a stranger may send it. */
export interface CorpusFile {
  /** Says how it was made, and is different for each: `17-png-chunks`, `18-jpeg-cut`. */
  name: string
  /** What its sender says it is. */
  type: string
  bytes: Buffer
}

/** One in so many is a file of megabytes. */
const heavyEvery = 40

/**
 * `count` hostile files, the same ones for the same seed: sound pictures of every format spoiled in every way, and files crafted to cost
 * (huge dimensions, bombs of chunks, blocks and boxes, lying lengths, nested boxes, polyglots). Every crafted kind comes before any comes
 * twice. Made one at a time: a caller that keeps none needs memory for one (at most 25 MB).
 */
export function* corpus(seed: number, count: number): Iterable<CorpusFile> {
  const lots = lotsOf(seed)
  const samples: Sample[] = [
    ...encodedSamples(),
    {
      kind: 'png',
      type: 'image/png',
      bytes: png({
        width: 24,
        height: 16,
        pixels: Buffer.concat(Array.from({ length: 16 }, () => Buffer.concat([Buffer.alloc(1), lots.bytes(72)]))),
      }),
    },
    {
      kind: 'png16',
      type: 'image/png',
      bytes: png({ width: 9, height: 7, depth: 16, colour: 6, interlaced: true, pixels: lots.bytes(700).fill(0) }),
    },
  ]
  const ways = Object.entries(mutations)
  const [light, heavy] = [crafts.filter((one) => !one.heavy), crafts.filter((one) => one.heavy)]
  const turn = (of: readonly Craft[], nth: number) => of[nth % of.length] as Craft
  for (let i = 0, lightly = 0, heavily = 0; i < count; i++) {
    if (i % 3 === 0) {
      const craft = i % heavyEvery < 3 ? turn(heavy, heavily++) : turn(light, lightly++)
      yield { name: `${i}-${craft.name}`, type: craft.type, bytes: craft.make(lots, samples) }
      continue
    }
    const { kind, type, bytes } = lots.one(samples)
    const [way, spoil] = lots.one(ways)
    // Now and then a spoiled file is spoiled once more.
    const once = spoil(bytes, lots)
    const [again, more] = lots.one(ways)
    const twice = lots.number(4) === 0 && once.length > 32
    yield { name: `${i}-${kind}-${way}${twice ? `-${again}` : ''}`, type, bytes: twice ? more(once, lots) : once }
  }
}
