/**
 * Raw pixels in the thinnest wrapping that carries a colour profile: an uncompressed TIFF, one strip. Decoded HEIC loses its
 * profile (iPhones photograph in Display P3; read as sRGB every red turns dull), and raw pixels cannot carry one into sharp.
 * Alpha is left out: photos have none. `pixels` is the place for them, three bytes each, so that they are written once.
 */
export const tiffWithProfile = (
  { width, height }: { width: number; height: number },
  profile: Uint8Array | undefined,
): { tiff: ArrayBuffer; pixels: Uint8Array } => {
  const entries: [tag: number, type: 3 | 4 | 7, values: number[] | Uint8Array][] = [
    [256, 4, [width]],
    [257, 4, [height]],
    [258, 3, [8, 8, 8]], // bits of each channel
    [259, 3, [1]], // not compressed
    [262, 3, [2]], // RGB
    [273, 4, [0]], // where the pixels start, filled in below
    [277, 3, [3]], // channels
    [278, 4, [height]], // rows of the strip
    [279, 4, [width * height * 3]],
    [284, 3, [1]], // channels interleaved
  ]
  if (profile) entries.push([34675, 7, profile])

  const directory = 8
  let free = directory + 2 + entries.length * 12 + 4
  // Values of more than four bytes stand behind the directory.
  const places = entries.map(([, type, values]) => {
    const bytes = values.length * (type === 3 ? 2 : type === 4 ? 4 : 1)
    if (bytes <= 4) return undefined
    const place = free
    free += bytes + (bytes & 1)
    return place
  })
  const file = new ArrayBuffer(free + width * height * 3)
  const view = new DataView(file)
  const bytes = new Uint8Array(file)
  bytes.set([0x49, 0x49, 42, 0, directory, 0, 0, 0])
  view.setUint16(directory, entries.length, true)
  for (const [index, [tag, type, values]] of entries.entries()) {
    const at = directory + 2 + index * 12
    view.setUint16(at, tag, true)
    view.setUint16(at + 2, type, true)
    view.setUint32(at + 4, values.length, true)
    const place = places[index]
    if (place !== undefined) view.setUint32(at + 8, place, true)
    const target = place ?? at + 8
    if (values instanceof Uint8Array) bytes.set(values, target)
    else
      for (const [i, value] of (tag === 273 ? [free] : values).entries()) {
        if (type === 3) view.setUint16(target + i * 2, value, true)
        else view.setUint32(target + i * 4, value, true)
      }
  }
  return { tiff: file, pixels: bytes.subarray(free) }
}
