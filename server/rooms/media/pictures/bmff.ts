/** One box of an ISO base media file (HEIC, AVIF, MP4): where it starts and where it says it ends. */
export interface Box {
  type: string
  start: number
  end: number
}

/** The outermost boxes in order, at most `most`. The last one may claim to end behind the file: that is how a truncated file shows. */
export const boxes = (file: Buffer, most: number): Box[] => {
  const found: Box[] = []
  let start = 0
  while (start < file.length && found.length < most) {
    // A tail too short to be a header is the rest of a header.
    if (start + 8 > file.length) return [...found, { type: '', start, end: start + 8 }]
    const size = file.readUInt32BE(start)
    const type = file.toString('latin1', start + 4, start + 8)
    const end = size === 0 ? file.length : size === 1 ? start + Number(file.readBigUInt64BE(start + 8)) : start + size
    if (end < start + 8) return [...found, { type: '', start, end: Number.POSITIVE_INFINITY }]
    found.push({ type, start, end })
    start = end
  }
  return found
}

/** Major and compatible brands of a file that opens with an `ftyp` box, as far as `head` reaches. */
export const ftypBrands = (head: Buffer): string[] | undefined => {
  if (head.length < 12 || head.toString('latin1', 4, 8) !== 'ftyp') return undefined
  const end = Math.min(head.readUInt32BE(0), head.length)
  const brands = [head.toString('latin1', 8, 12).trim()]
  for (let at = 16; at + 4 <= end; at += 4) brands.push(head.toString('latin1', at, at + 4).trim())
  return brands
}
