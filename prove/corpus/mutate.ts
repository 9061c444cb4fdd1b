import type { Lots } from './lots.ts'

/** Ways to spoil a sound file. Each answers new bytes. */
export const mutations: Record<string, (file: Buffer, lots: Lots) => Buffer> = {
  cut: (file, l) => file.subarray(0, l.number(file.length)),
  'cut-end': (file, l) => file.subarray(0, file.length - 1 - l.number(16)),
  'cut-start': (file, l) => file.subarray(1 + l.number(16)),
  hole(file, l) {
    const from = l.number(file.length)
    return Buffer.concat([file.subarray(0, from), file.subarray(from + 1 + l.number(64))])
  },
  flips(file, l) {
    const out = Buffer.from(file)
    for (let i = 1 + l.number(24); i > 0; i--) {
      const at = l.number(out.length)
      out[at] = (out[at] ?? 0) ^ (1 << l.number(8))
    }
    return out
  },
  'header-flips'(file, l) {
    const out = Buffer.from(file)
    for (let i = 1 + l.number(6); i > 0; i--) out[12 + l.number(Math.min(200, out.length - 12))] = l.number(256)
    return out
  },
  /** Four bytes that may be a length say something else. */
  length(file, l) {
    const out = Buffer.from(file)
    const at = l.number(out.length - 4)
    const value = l.one([0, 1, 0x7fffffff, 0x80000000, 0xffffffff, 0xfffffff0, out.length, l.number(0xffff)])
    if (l.number(2)) out.writeUInt32BE(value, at)
    else out.writeUInt32LE(value, at)
    return out
  },
  zeros(file, l) {
    const out = Buffer.from(file)
    const at = l.number(out.length)
    return out.fill(l.one([0, 0xff]), at, Math.min(out.length, at + 1 + l.number(200)))
  },
  doubled(file, l) {
    const at = l.number(file.length)
    const size = 1 + l.number(300)
    return Buffer.concat([file.subarray(0, at + size), file.subarray(at, at + size), file.subarray(at + size)])
  },
  noise(file, l) {
    const at = l.number(file.length)
    return Buffer.concat([file.subarray(0, at), l.bytes(1 + l.number(200)), file.subarray(at)])
  },
  tail: (file, l) => Buffer.concat([file, l.bytes(1 + l.number(5000))]),
  sound: (file) => file,
}
