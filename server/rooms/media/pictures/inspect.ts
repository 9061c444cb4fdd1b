import { boxes, ftypBrands } from './bmff.ts'
import { limits } from './limits.ts'

/** What we read. `heic` stands for every HEVC-coded HEIF. */
export type PictureFormat = 'jpeg' | 'png' | 'webp' | 'gif' | 'avif' | 'heic'

const heicBrands = new Set(['heic', 'heix', 'heim', 'heis', 'hevc', 'hevx', 'mif1', 'msf1'])
const videoBrands = new Set(['isom', 'iso2', 'iso4', 'iso5', 'iso6', 'mp41', 'mp42', 'avc1', 'M4V', 'qt', '3gp4', '3gp5', '3g2a', 'dash'])

/** How many bytes `sniff` wants to see. */
export const sniffBytes = 64

/**
 * The type of a file by its first bytes; its name and its declared type are never asked, as both are the sender's word.
 * `video` is told apart only to be able to say so.
 */
export const sniff = (head: Buffer): PictureFormat | 'video' | undefined => {
  if (head.length < 12) return undefined
  if (head[0] === 0xff && head[1] === 0xd8 && head[2] === 0xff) return 'jpeg'
  if (head.readUInt32BE(0) === 0x89504e47 && head.readUInt32BE(4) === 0x0d0a1a0a) return 'png'
  const text = head.toString('latin1', 0, 12)
  if (text.startsWith('RIFF')) return text.endsWith('WEBP') ? 'webp' : text.endsWith('AVI ') ? 'video' : undefined
  if (text.startsWith('GIF87a') || text.startsWith('GIF89a')) return 'gif'
  if (head.readUInt32BE(0) === 0x1a45dfa3) return 'video'
  const brands = ftypBrands(head)
  if (!brands) return undefined
  // The major brand of some AVIF and HEIC files is the neutral `mif1`; the compatible ones then say which.
  if (brands.includes('avif') || brands.includes('avis')) return 'avif'
  if (brands.some((brand) => heicBrands.has(brand))) return 'heic'
  return brands.some((brand) => videoBrands.has(brand)) ? 'video' : undefined
}

/** `incomplete`: its own structure says that more should follow; `excessive`: more parts than any camera or painter makes. */
export type Structure = 'whole' | 'incomplete' | 'excessive'

/**
 * Whether the file is there to its end, by walking its own structure: microseconds, where decoding would need as many milliseconds
 * (and where some decoders paint the missing part grey without a word).
 */
export const structureOf = (file: Buffer, format: PictureFormat): Structure => {
  try {
    return walks[format](file)
  } catch (error) {
    // Lengths that point outside the buffer.
    if (error instanceof RangeError) return 'incomplete'
    throw error
  }
}

const jpegEnd = Buffer.from([0xff, 0xd9])
const iend = 0x49454e44
const anmf = 0x464d4e41 // ANMF, read from the little end

const walks: Record<PictureFormat, (file: Buffer) => Structure> = {
  jpeg(file) {
    let at = 2
    let fill = 0
    for (let parts = 0; ; parts++) {
      while (file.readUInt8(at) === 0xff && file.readUInt8(at + 1) === 0xff && fill <= limits.fill) {
        at++
        fill++
      }
      if (parts > limits.parts || fill > limits.fill) return 'excessive'
      if (file.readUInt8(at) !== 0xff) return 'incomplete'
      if (file.readUInt8(at + 1) === 0xda) break
      at += 2 + file.readUInt16BE(at + 2)
    }
    // Behind the start of scan the end mark can only be one: inside coded data 0xFF is always stuffed.
    return file.indexOf(jpegEnd, at) === -1 ? 'incomplete' : 'whole'
  },
  png(file) {
    for (let at = 8, parts = 0; ; parts++) {
      const length = file.readUInt32BE(at)
      if (at + 12 + length > file.length) return 'incomplete'
      if (file.readUInt32BE(at + 4) === iend) return 'whole'
      if (parts > limits.parts) return 'excessive'
      at += 12 + length
    }
  },
  webp(file) {
    const end = file.readUInt32LE(4) + 8
    if (end > file.length) return 'incomplete'
    let frames = 0
    for (let at = 12, parts = 0; at + 8 <= end; parts++) {
      if (file.readUInt32LE(at) === anmf) frames++
      if (frames > limits.claimedFrames || parts > limits.parts) return 'excessive'
      const length = file.readUInt32LE(at + 4)
      at += 8 + length + (length & 1)
      // A last chunk may leave out its padding.
      if (at > end + 1) return 'incomplete'
    }
    return 'whole'
  },
  gif(file) {
    const colours = (packed: number) => (packed & 0x80 ? 3 * 2 ** ((packed & 7) + 1) : 0)
    let blocks = 0
    const skipBlocks = (from: number) => {
      let at = from
      while (file.readUInt8(at) !== 0 && blocks++ <= limits.blocks) at += 1 + file.readUInt8(at)
      return at + 1
    }
    let at = 13 + colours(file.readUInt8(10))
    for (let frames = 0, parts = 0; ; parts++) {
      if (frames > limits.claimedFrames || parts > limits.parts || blocks > limits.blocks) return 'excessive'
      // Encoders that forget the trailer after a whole frame are common, and every browser shows their pictures.
      const kind = at === file.length ? 0x3b : file.readUInt8(at)
      if (kind === 0x21) at = skipBlocks(at + 2)
      else if (kind === 0x2c) {
        at = skipBlocks(at + 10 + colours(file.readUInt8(at + 9)) + 1)
        frames++
      } else return frames > 0 ? 'whole' : 'incomplete'
    }
  },
  avif: (file) => boxStructure(file),
  heic: (file) => boxStructure(file),
}

/** libheif paints what is missing grey, so the sizes that the boxes claim are compared with what came. */
const boxStructure = (file: Buffer): Structure => {
  const found = boxes(file, limits.parts)
  if (found.length >= limits.parts) return 'excessive'
  const last = found.at(-1)
  const has = (...types: string[]) => found.some((box) => types.includes(box.type))
  return last && last.end <= file.length && has('meta') && has('mdat', 'moov') ? 'whole' : 'incomplete'
}
