/** The parts of OpenType layout that a card needs: pair kerning (GPOS `kern`) and vertical forms (GSUB `vert`). */

/** The lookups that a feature names, whatever the script: the bundled fonts say the same for all. */
const lookupsOf = (table: Buffer, feature: string): number[] => {
  const features = table.readUInt16BE(6)
  const lookups = table.readUInt16BE(8)
  const numbers = new Set<number>()
  for (let index = 0; index < table.readUInt16BE(features); index++) {
    const at = features + 2 + index * 6
    if (table.toString('latin1', at, at + 4) !== feature) continue
    const place = features + table.readUInt16BE(at + 4)
    for (let i = 0; i < table.readUInt16BE(place + 2); i++) numbers.add(table.readUInt16BE(place + 4 + i * 2))
  }
  return [...numbers].sort((a, b) => a - b).map((number) => lookups + table.readUInt16BE(lookups + 2 + number * 2))
}

/** The subtables of a lookup of one type, looking through the "extension" wrapping. */
const subtablesOf = (table: Buffer, lookup: number, type: number, extension: number): number[] => {
  const outer = table.readUInt16BE(lookup)
  return Array.from({ length: table.readUInt16BE(lookup + 4) }, (_, index) => lookup + table.readUInt16BE(lookup + 6 + index * 2)).flatMap(
    (at) => {
      if (outer === type) return [at]
      return outer === extension && table.readUInt16BE(at + 2) === type ? [at + table.readUInt32BE(at + 4)] : []
    },
  )
}

/** Glyph → its index in a coverage table. */
const coverageOf = (table: Buffer, at: number): Map<number, number> => {
  const found = new Map<number, number>()
  const count = table.readUInt16BE(at + 2)
  for (let index = 0; index < count; index++) {
    if (table.readUInt16BE(at) === 1) found.set(table.readUInt16BE(at + 4 + index * 2), index)
    else {
      const range = at + 4 + index * 6
      const first = table.readUInt16BE(range)
      for (let glyph = first; glyph <= table.readUInt16BE(range + 2); glyph++)
        found.set(glyph, table.readUInt16BE(range + 4) + glyph - first)
    }
  }
  return found
}

/** Glyph → class; glyphs not named are of class 0. */
const classesOf = (table: Buffer, at: number): Map<number, number> => {
  const found = new Map<number, number>()
  if (table.readUInt16BE(at) === 1) {
    const first = table.readUInt16BE(at + 2)
    for (let index = 0; index < table.readUInt16BE(at + 4); index++) found.set(first + index, table.readUInt16BE(at + 6 + index * 2))
  } else {
    for (let index = 0; index < table.readUInt16BE(at + 2); index++) {
      const range = at + 4 + index * 6
      for (let glyph = table.readUInt16BE(range); glyph <= table.readUInt16BE(range + 2); glyph++)
        found.set(glyph, table.readUInt16BE(range + 4))
    }
  }
  return found
}

const bitCount = (bits: number) => bits.toString(2).replaceAll('0', '').length

type Kerning = (left: number, right: number) => number

/** Space to add between two glyphs, in font units. */
export const readKerning = (gpos: Buffer | undefined): Kerning => {
  if (!gpos) return () => 0
  const pairs: ((left: number, right: number) => number | undefined)[] = []
  for (const lookup of lookupsOf(gpos, 'kern')) {
    for (const at of subtablesOf(gpos, lookup, 2, 9)) {
      const coverage = coverageOf(gpos, at + gpos.readUInt16BE(at + 2))
      const first = gpos.readUInt16BE(at + 4)
      // Bit 4 of a value format is the advance; what stands before it are the two placements.
      const size = (bitCount(first) + bitCount(gpos.readUInt16BE(at + 6))) * 2
      const advance = bitCount(first & 3) * 2
      if ((first & 4) === 0) continue
      pairs.push(
        gpos.readUInt16BE(at) === 1 ? pairsByGlyph(gpos, at, coverage, size, advance) : pairsByClass(gpos, at, coverage, size, advance),
      )
    }
  }
  return (left, right) => {
    for (const pair of pairs) {
      const value = pair(left, right)
      if (value !== undefined) return value
    }
    return 0
  }
}

const pairsByGlyph = (gpos: Buffer, at: number, coverage: Map<number, number>, size: number, advance: number) => {
  const values = new Map<number, number>()
  for (const [left, index] of coverage) {
    const set = at + gpos.readUInt16BE(at + 10 + index * 2)
    for (let i = 0; i < gpos.readUInt16BE(set); i++) {
      const record = set + 2 + i * (2 + size)
      values.set(left * 65536 + gpos.readUInt16BE(record), gpos.readInt16BE(record + 2 + advance))
    }
  }
  return (left: number, right: number) => values.get(left * 65536 + right)
}

const pairsByClass = (gpos: Buffer, at: number, coverage: Map<number, number>, size: number, advance: number) => {
  const lefts = classesOf(gpos, at + gpos.readUInt16BE(at + 8))
  const rights = classesOf(gpos, at + gpos.readUInt16BE(at + 10))
  const count = gpos.readUInt16BE(at + 14)
  return (left: number, right: number) => {
    if (!coverage.has(left)) return undefined
    const cell = (lefts.get(left) ?? 0) * count + (rights.get(right) ?? 0)
    return gpos.readInt16BE(at + 16 + cell * size + advance)
  }
}

/** Glyph → the glyph that stands for it in vertical text. */
export const readVerticalForms = (gsub: Buffer | undefined): Map<number, number> => {
  const found = new Map<number, number>()
  if (!gsub) return found
  for (const lookup of lookupsOf(gsub, 'vert')) {
    for (const at of subtablesOf(gsub, lookup, 1, 7)) {
      for (const [glyph, index] of coverageOf(gsub, at + gsub.readUInt16BE(at + 2))) {
        found.set(glyph, gsub.readUInt16BE(at) === 1 ? (glyph + gsub.readInt16BE(at + 4)) & 0xffff : gsub.readUInt16BE(at + 6 + index * 2))
      }
    }
  }
  return found
}
