/** Where glyph data is found by number. */
type GlyphData = (glyph: number) => Buffer

interface Point {
  x: number
  y: number
  onCurve: boolean
}

/** A 2×2 matrix and a shift, as composite glyphs place their parts. */
type Placement = readonly [xx: number, xy: number, yx: number, yy: number, dx: number, dy: number]

/** The outline of a TrueType glyph as SVG path data: quadratic curves, y upwards. */
export const outlineOf = (data: GlyphData, glyph: number): string => contoursOf(data, glyph, 0).map(pathOf).join('')

const contoursOf = (data: GlyphData, glyph: number, depth: number): Point[][] => {
  const bytes = data(glyph)
  if (bytes.length < 10 || depth > 5) return []
  const count = bytes.readInt16BE(0)
  return count >= 0 ? simpleContours(bytes, count) : compositeContours(data, bytes, depth)
}

const simpleContours = (bytes: Buffer, count: number): Point[][] => {
  if (count === 0) return []
  const ends = Array.from({ length: count }, (_, index) => bytes.readUInt16BE(10 + index * 2))
  const total = (ends.at(-1) ?? -1) + 1
  let at = 10 + count * 2
  at += 2 + bytes.readUInt16BE(at) // hinting instructions
  const flags: number[] = []
  while (flags.length < total) {
    const flag = bytes.readUInt8(at++)
    flags.push(flag)
    if (flag & 8) for (let repeat = bytes.readUInt8(at++); repeat > 0; repeat--) flags.push(flag)
  }
  // Steps from point to point: one byte with its sign in the flags, two bytes, or "as before".
  const steps = (short: number, same: number): number[] => {
    let value = 0
    return flags.map((flag) => {
      if (flag & short) value += flag & same ? bytes.readUInt8(at++) : -bytes.readUInt8(at++)
      else if (!(flag & same)) {
        value += bytes.readInt16BE(at)
        at += 2
      }
      return value
    })
  }
  const xs = steps(2, 16)
  const ys = steps(4, 32)
  const points = flags.map((flag, index) => ({ x: xs[index] ?? 0, y: ys[index] ?? 0, onCurve: (flag & 1) === 1 }))
  return ends.map((end, index) => points.slice((ends[index - 1] ?? -1) + 1, end + 1))
}

const compositeContours = (data: GlyphData, bytes: Buffer, depth: number): Point[][] => {
  const found: Point[][] = []
  let at = 10
  for (let flags = 0x20; flags & 0x20; ) {
    flags = bytes.readUInt16BE(at)
    const part = bytes.readUInt16BE(at + 2)
    at += 4
    const words = (flags & 1) !== 0
    const [dx, dy] = words ? [bytes.readInt16BE(at), bytes.readInt16BE(at + 2)] : [bytes.readInt8(at), bytes.readInt8(at + 1)]
    at += words ? 4 : 2
    const scales = flags & 0x80 ? 4 : flags & 0x40 ? 2 : flags & 8 ? 1 : 0
    const read = Array.from({ length: scales }, (_, index) => bytes.readInt16BE(at + index * 2) / 16384)
    at += scales * 2
    const [a = 1, b = a, c = 0, d = 1] = read
    const place: Placement = scales === 4 ? [a, b, c, d, dx, dy] : [a, 0, 0, b, dx, dy]
    for (const contour of contoursOf(data, part, depth + 1)) found.push(contour.map((point) => moved(point, place)))
  }
  return found
}

const moved = ({ x, y, onCurve }: Point, [xx, xy, yx, yy, dx, dy]: Placement): Point => ({
  x: Math.round(xx * x + yx * y + dx),
  y: Math.round(xy * x + yy * y + dy),
  onCurve,
})

const middle = (a: Point, b: Point): Point => ({ x: (a.x + b.x) / 2, y: (a.y + b.y) / 2, onCurve: true })

const pathOf = (contour: Point[]): string => {
  const first = contour[0]
  const last = contour.at(-1)
  if (!first || !last) return ''
  // A contour may start between two control points.
  const start = first.onCurve ? first : last.onCurve ? last : middle(first, last)
  const rest = first.onCurve ? contour.slice(1) : last.onCurve ? contour.slice(0, -1) : contour
  let path = `M${start.x} ${start.y}`
  let control: Point | undefined
  for (const point of [...rest, start]) {
    if (control === undefined) {
      if (point.onCurve) path += `L${point.x} ${point.y}`
      else control = point
    } else {
      const to = point.onCurve ? point : middle(control, point)
      path += `Q${control.x} ${control.y} ${to.x} ${to.y}`
      control = point.onCurve ? undefined : point
    }
  }
  return `${path}Z`
}
