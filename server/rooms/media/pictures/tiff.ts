import type { RawPicture } from './heic.ts'

/**
 * Raw pixels in the thinnest wrapping that carries a colour profile: an uncompressed TIFF, one strip. Decoded HEIC loses its
 * profile (iPhones photograph in Display P3; read as sRGB every red turns dull), and raw pixels cannot carry one into sharp.
 */
export const tiffWithProfile = ({ width, height, rgba }: RawPicture, profile: Uint8Array | undefined): Buffer => {
  const entries: [tag: number, type: 3 | 4 | 7, values: number[] | Uint8Array][] = [
    [256, 4, [width]],
    [257, 4, [height]],
    [258, 3, [8, 8, 8, 8]], // bits of each channel
    [259, 3, [1]], // not compressed
    [262, 3, [2]], // RGB
    [273, 4, [0]], // where the pixels start, filled in below
    [277, 3, [4]], // channels
    [278, 4, [height]], // rows of the strip
    [279, 4, [width * height * 4]],
    [284, 3, [1]], // channels interleaved
    [338, 3, [2]], // the fourth is alpha, not multiplied in
  ]
  if (profile) entries.push([34675, 7, profile])

  const bytesOf = (type: number) => (type === 3 ? 2 : type === 4 ? 4 : 1)
  const directory = 8
  let free = directory + 2 + entries.length * 12 + 4
  const places = entries.map(([, type, values]) => {
    const bytes = values.length * bytesOf(type)
    if (bytes <= 4) return undefined
    const place = free
    free += bytes + (bytes & 1)
    return place
  })
  const head = Buffer.alloc(free)
  head.write('II*\0', 0, 'latin1')
  head.writeUInt32LE(directory, 4)
  head.writeUInt16LE(entries.length, directory)
  entries.forEach(([tag, type, values], index) => {
    const at = directory + 2 + index * 12
    head.writeUInt16LE(tag, at)
    head.writeUInt16LE(type, at + 2)
    head.writeUInt32LE(values.length, at + 4)
    const place = places[index]
    if (place !== undefined) head.writeUInt32LE(place, at + 8)
    const target = place ?? at + 8
    const list = tag === 273 ? [free] : values
    if (list instanceof Uint8Array) head.set(list, target)
    else
      for (const [i, value] of list.entries())
        type === 3 ? head.writeUInt16LE(value, target + i * 2) : head.writeUInt32LE(value, target + i * 4)
  })
  return Buffer.concat([head, rgba])
}
