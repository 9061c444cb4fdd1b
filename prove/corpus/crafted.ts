import type { Lots } from './lots.ts'
import { box, ftyp, png, pngChunk, riff, riffChunk } from './parts.ts'
import type { Sample } from './samples.ts'

/** A file made to cost its reader something; `heavy` ones weigh megabytes, so few of them are drawn. */
export interface Craft {
  name: string
  type: string
  heavy: boolean
  make(lots: Lots, samples: readonly Sample[]): Buffer
}

const MB = 1024 * 1024
const pad = (head: Buffer, to: number, value = 0) => Buffer.concat([head, Buffer.alloc(Math.max(0, to - head.length), value)])
const sample = (samples: readonly Sample[], kind: string): Buffer => {
  const found = samples.find((one) => one.kind === kind)
  if (!found) throw new Error(`no sample ${kind}`)
  return found.bytes
}
const times = (count: number, make: (index: number) => Buffer) => Buffer.concat(Array.from({ length: count }, (_, i) => make(i)))
const gifHead = Buffer.concat([Buffer.from('GIF89a'), Buffer.from([8, 0, 8, 0, 0x80, 0, 0, 0, 0, 0, 255, 255, 255])])
const light = (name: string, type: string, make: Craft['make']): Craft => ({ name, type, heavy: false, make })
const heavy = (name: string, type: string, make: Craft['make']): Craft => ({ name, type, heavy: true, make })

export const crafts: readonly Craft[] = [
  // Dimensions that nobody can hold.
  light('png-huge', 'image/png', (l) =>
    png({ width: l.one([50_000, 0x7fffffff, 30_000, 1]), height: l.one([50_000, 0x7fffffff, 29_999]), pixels: Buffer.alloc(5000) }),
  ),
  light('png-zero', 'image/png', (l) => png({ width: l.number(2), height: 0, pixels: Buffer.alloc(10) })),
  light('png-depth', 'image/png', (l) =>
    png({ width: 9, height: 9, depth: l.one([0, 3, 7, 16, 32, 255]), colour: l.number(9), pixels: Buffer.alloc(900) }),
  ),
  light('jpeg-huge', 'image/jpeg', (l, s) => {
    const file = Buffer.from(sample(s, 'jpeg'))
    const frame = file.indexOf(Buffer.from([0xff, 0xc0]))
    file.writeUInt16BE(l.one([65_500, 65_535, 0, 1]), frame + 5)
    file.writeUInt16BE(l.one([65_500, 65_535, 0, 7001]), frame + 7)
    return file
  }),
  light('gif-huge', 'image/gif', (l, s) => {
    const file = Buffer.from(sample(s, 'gif'))
    file.writeUInt16LE(l.one([65_535, 0, 20_000]), 6)
    file.writeUInt16LE(l.one([65_535, 0, 20_000]), 8)
    return file
  }),
  light('webp-huge', 'image/webp', (l, s) => {
    const file = Buffer.from(sample(s, 'moving'))
    file.writeUIntLE(l.one([0xffffff, 16_383, 0]), 24, 3)
    file.writeUIntLE(l.one([0xffffff, 16_383, 0]), 27, 3)
    return file
  }),
  light('avif-huge', 'image/avif', (l, s) => {
    const file = Buffer.from(sample(s, 'avif'))
    const ispe = file.indexOf('ispe')
    file.writeUInt32BE(l.one([0xffffffff, 60_000, 0]), ispe + 8)
    file.writeUInt32BE(l.one([0xffffffff, 60_000, 0]), ispe + 12)
    return file
  }),
  // Pixels of nothing that pack to nothing.
  heavy('png-zeros', 'image/png', (l) => {
    const side = l.one([5000, 6000, 7000])
    return png({ width: side, height: side, depth: l.one([8, 16]), colour: l.one([0, 2, 6]), interlaced: l.number(4) === 0 })
  }),
  light('png-ends-early', 'image/png', (l) => png({ width: 4000 + l.number(3000), height: 6000, pixels: Buffer.alloc(100_000) })),
  // More parts than any program writes.
  light('png-chunks', 'image/png', (l) =>
    png({ width: 4, height: 4, before: [times(l.one([500, 20_000, 61_000]), () => pngChunk('teXt', Buffer.alloc(1)))] }),
  ),
  light('png-text-bomb', 'image/png', () =>
    png({ width: 4, height: 4, before: [pngChunk('zTXt', Buffer.concat([Buffer.from('a\0\0'), Buffer.alloc(60_000, 0x78)]))] }),
  ),
  light('webp-chunks', 'image/webp', (l) => riff([times(l.one([100, 30_000, 61_000]), () => riffChunk('JUNK', Buffer.alloc(0)))])),
  light('webp-frames', 'image/webp', (l, s) => {
    const file = sample(s, 'moving')
    const at = file.indexOf('ANMF')
    const size = 8 + file.readUInt32LE(at + 4)
    return riff([file.subarray(12, at), times(l.one([300, 4000, 5100]), () => file.subarray(at, at + size))])
  }),
  light('gif-frames', 'image/gif', (l, s) => {
    const file = sample(s, 'gif')
    const frame = file.subarray(file.indexOf(0x2c, 30), -1)
    return Buffer.concat([file.subarray(0, -1), times(l.one([250, 3000, 5100]), () => frame), Buffer.from([0x3b])])
  }),
  heavy('gif-blocks', 'image/gif', (l) => pad(Buffer.concat([gifHead, Buffer.from([0x21, 0xfe])]), l.one([5, 24]) * MB, 1)),
  heavy('gif-empty-extensions', 'image/gif', () => Buffer.concat([gifHead, Buffer.alloc(9 * MB, Buffer.from([0x21, 0xfe, 0]))])),
  heavy('jpeg-fill', 'image/jpeg', (l) => pad(Buffer.from([0xff, 0xd8]), l.one([3, 24]) * MB, 0xff)),
  heavy('jpeg-segments', 'image/jpeg', () =>
    Buffer.concat([Buffer.from([0xff, 0xd8]), Buffer.alloc(12 * MB, Buffer.from([0xff, 0xe1, 0, 2]))]),
  ),
  heavy('jpeg-no-end', 'image/jpeg', (_l, s) => pad(sample(s, 'jpeg').subarray(0, -2), 24 * MB)),
  heavy('jpeg-tail', 'image/jpeg', (l, s) => Buffer.concat([sample(s, 'jpeg'), Buffer.alloc(l.one([1, 24]) * MB, l.number(255))])),
  light('jpeg-scans', 'image/jpeg', (l, s) => {
    const file = sample(s, 'progressive')
    const at = file.lastIndexOf(Buffer.from([0xff, 0xda]))
    return Buffer.concat([file.subarray(0, at), times(l.one([200, 3000]), () => file.subarray(at, -2)), Buffer.from([0xff, 0xd9])])
  }),
  heavy('boxes', 'image/heic', () => Buffer.concat([ftyp('heic', 'mif1'), Buffer.alloc(8 * MB, box('free', Buffer.alloc(0)))])),
  light('boxes-nested', 'image/heic', (l) => {
    let inside: Buffer = Buffer.alloc(l.number(20))
    for (let depth = 0; depth < 400; depth++) inside = box(l.one(['meta', 'moov', 'iprp', 'ipco']), inside)
    return Buffer.concat([ftyp(l.one(['heic', 'avif'])), inside, box('mdat', Buffer.alloc(64))])
  }),
  light('boxes-lying', 'image/heic', (l) =>
    Buffer.concat([
      ftyp(l.one(['heic', 'mif1', 'avif', 'hevc'])),
      box('meta', l.bytes(200), { lie: l.one([0, 1, 2, 7, 0xffffffff, 208]), wide: l.number(2) === 0 }),
      box('mdat', l.bytes(200)),
    ]),
  ),
  light('brands', 'image/heic', () =>
    Buffer.concat([ftyp(...Array.from({ length: 20_000 }, () => 'xxxx'), 'heic'), box('meta', Buffer.alloc(40))]),
  ),
  // One file that is two.
  light('polyglot-html', 'text/html', (l, s) =>
    Buffer.concat([l.one(s).bytes, Buffer.from('<!doctype html><script>parent.polyglot=1</script>')]),
  ),
  light('polyglot-zip', 'application/zip', (l, s) => Buffer.concat([l.one(s).bytes, Buffer.from('PK\x05\x06'), Buffer.alloc(18)])),
  light('polyglot-gif-js', 'text/javascript', () => Buffer.from(`GIF89a=1;alert(1)//${' '.repeat(200)};`)),
  light('two-in-one', 'image/png', (l, s) => Buffer.concat([l.one(s).bytes, l.one(s).bytes])),
  light('head-of-another', 'image/jpeg', (l, s) => Buffer.concat([l.one(s).bytes.subarray(0, 16 + l.number(60)), l.one(s).bytes])),
  // No pictures at all.
  light('svg', 'image/svg+xml', () =>
    Buffer.from(
      '<?xml version="1.0"?><!DOCTYPE svg [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]><svg xmlns="http://www.w3.org/2000/svg"><text>&b;</text><image href="file:///etc/passwd"/></svg>',
    ),
  ),
  light('tiff', 'image/tiff', () => Buffer.concat([Buffer.from('II*\0'), Buffer.from([8, 0, 0, 0]), Buffer.alloc(300, 0xff)])),
  light('pdf', 'application/pdf', () => Buffer.from(`%PDF-1.7\n${'1 0 obj<<>>endobj\n'.repeat(50)}`)),
  light('playlist', 'image/jpeg', () =>
    Buffer.from('#EXTM3U\n#EXT-X-MEDIA-SEQUENCE:0\n#EXTINF:10.0,\nconcat:http://127.0.0.1/|file:///etc/passwd\n'),
  ),
  light('mvg', 'image/png', () => Buffer.from("push graphic-context\nimage over 0,0 0,0 'url:http://127.0.0.1/'\npop graphic-context\n")),
  light('video', 'video/mp4', () => Buffer.concat([ftyp('mp42', 'isom'), box('moov', Buffer.alloc(500)), box('mdat', Buffer.alloc(500))])),
  light('nothing', 'image/jpeg', () => Buffer.alloc(0)),
  light('noise', 'image/jpeg', (l) => l.bytes(1 + l.number(4000))),
]
