import { box, ftyp } from '#prove/corpus/parts.ts'

// A picture of 512 × 512 pixels, red, green, blue and white (from the top left, line by line), as HEVC: its parameter sets and its one slice.
const parameters: [type: number, bytes: string][] = [
  [32, 'QAEMAf//BAgAAAMAn6gAAAMAAFq6AkA='],
  [33, 'QgEBBAgAAAMAn6gAAAMAAFqgBAIAgFlupJMrwFuBAQCCAAADAAIAAAMAMhA='],
  [34, 'RAHBcYES'],
]
const slice =
  'KAGvPutB//ok3/pJoXecJ9Q0aSZ6duIsQAwA+8dojP68I/sWI47B2AAAAwAACV1qAAADAASH+gDTk9sOdwzyis94ewyZwEB0X7DmRVU3d3SKU42unSJSTOU61FDoAAnyNOX////zjxgZH+AjV0QW61MuGcGMVQBTqkpEXRScuLkyKKhfiUdYKz0////+w96A/78t/AdMzAAAAwAAAwCGAoAAAAQYggAAAwCJAsBDQA=='

export const TILE = 512

const numbers = (...parts: [bytes: 1 | 2 | 4, value: number][]): Buffer =>
  Buffer.concat(
    parts.map(([bytes, value]) => {
      const one = Buffer.alloc(bytes)
      one.writeUIntBE(value, 0, bytes)
      return one
    }),
  )
/** A box with a version and flags. */
const full = (type: string, content: Buffer, version = 0, flags = 0) =>
  box(type, Buffer.concat([numbers([4, version * 2 ** 24 + flags]), content]))

/** How the decoder is set up (ISO/IEC 14496-15): a profile of eight bits a channel, lengths of four bytes. */
const hvcC = (): Buffer => {
  const sets = parameters.map(([type, text]) => {
    const bytes = Buffer.from(text, 'base64')
    return Buffer.concat([numbers([1, 0x80 | type], [2, 1], [2, bytes.length]), bytes])
  })
  const head = Buffer.from('0104080000009fa80000000000f000fcfdf8f800000f', 'hex')
  return box('hvcC', Buffer.concat([head, numbers([1, sets.length]), ...sets]))
}

interface GridWish {
  /** In pixels, as stored: the tiles at the right and at the bottom may reach beyond. */
  width: number
  height: number
  /** Quarter turns against the clock that a viewer has to make. */
  turns?: number
  /** Whether it has to be mirrored afterwards, left to right. */
  mirrored?: boolean
}

/**
 * A HEIC as phones make it: a grid of tiles (ISO/IEC 23008-12), here all of them the same few bytes, so that a picture of any size is a small
 * file and costs as much to decode as a photo.
 */
export const heicGrid = ({ width, height, turns = 0, mirrored = false }: GridWish): Buffer => {
  const columns = Math.ceil(width / TILE)
  const rows = Math.ceil(height / TILE)
  const tiles = Array.from({ length: columns * rows }, (_, index) => index + 2)
  const nal = Buffer.from(slice, 'base64')
  const tile = Buffer.concat([numbers([4, nal.length]), nal])
  const grid = numbers([1, 0], [1, 1], [1, rows - 1], [1, columns - 1], [4, width], [4, height])

  const item = (id: number, type: string) =>
    full('infe', Buffer.concat([numbers([2, id], [2, 0]), Buffer.from(`${type}\0`)]), 2, id === 1 ? 0 : 1)
  const properties = [
    hvcC(),
    full('ispe', numbers([4, TILE], [4, TILE])),
    full('ispe', numbers([4, width], [4, height])),
    box('irot', numbers([1, turns])),
    box('imir', numbers([1, 1])),
  ]
  const has = (id: number, ...indices: number[]) =>
    numbers([2, id], [1, indices.length], ...indices.map((index): [1, number] => [1, index === 1 ? 0x81 : index]))
  const handler = full('hdlr', Buffer.concat([Buffer.alloc(4), Buffer.from('pict'), Buffer.alloc(13)]))
  const meta = (start: number) =>
    full(
      'meta',
      Buffer.concat([
        handler,
        full('pitm', numbers([2, 1])),
        full('iinf', Buffer.concat([numbers([2, tiles.length + 1]), item(1, 'grid'), ...tiles.map((id) => item(id, 'hvc1'))])),
        full('iref', box('dimg', numbers([2, 1], [2, tiles.length], ...tiles.map((id): [2, number] => [2, id])))),
        box(
          'iprp',
          Buffer.concat([
            box('ipco', Buffer.concat(properties)),
            full(
              'ipma',
              Buffer.concat([numbers([4, tiles.length + 1]), has(1, 3, 4, ...(mirrored ? [5] : [])), ...tiles.map((id) => has(id, 1, 2))]),
            ),
          ]),
        ),
        full(
          'iloc',
          Buffer.concat([
            numbers([2, 0x4400], [2, tiles.length + 1]),
            numbers([2, 1], [2, 0], [2, 1], [4, start], [4, grid.length]),
            ...tiles.map((id) => numbers([2, id], [2, 0], [2, 1], [4, start + grid.length], [4, tile.length])),
          ]),
        ),
      ]),
    )
  const head = ftyp('heic', 'mif1')
  const start = head.length + meta(0).length + 8
  return Buffer.concat([head, meta(start), box('mdat', Buffer.concat([grid, tile]))])
}
