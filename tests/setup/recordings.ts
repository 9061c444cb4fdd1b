import sharp from 'sharp'
import type { Context } from '#server/platform/context.ts'
import { sql } from '#server/platform/db.ts'
import { addRecording } from '#server/rooms/media/index.ts'

type Element = readonly [id: string, content: Buffer | readonly Element[]]

/** One element of EBML, with its size in eight bytes. */
const ebml = ([id, content]: Element): Buffer => {
  const body = Buffer.isBuffer(content) ? content : Buffer.concat(content.map(ebml))
  const size = Buffer.alloc(8)
  size.writeBigUInt64BE((1n << 56n) | BigInt(body.length))
  return Buffer.concat([Buffer.from(id, 'hex'), size, body])
}
const uint = (value: number) => {
  const bytes = Buffer.alloc(8)
  bytes.writeBigUInt64BE(BigInt(value))
  return bytes
}
const float = (value: number) => {
  const bytes = Buffer.alloc(8)
  bytes.writeDoubleBE(value)
  return bytes
}
const text = (value: string) => Buffer.from(value, 'latin1')

/** The key frame inside a lossy WebP: both are VP8. */
const keyFrame = (webp: Buffer): Buffer => {
  const at = webp.indexOf('VP8 ')
  return webp.subarray(at + 8, at + 8 + webp.readUInt32LE(at + 4))
}

/** A film of still pictures, each shown for `each` milliseconds: a WebM that browsers play, made without an encoder of films. */
export const webm = (pictures: readonly Buffer[], size: { width: number; height: number }, each: number): Buffer => {
  // A cluster for each: within one, time is counted in two bytes.
  const clusters = pictures.map((picture, index): Element => {
    const block = Buffer.concat([Buffer.from([0x81, 0, 0, 0x80]), keyFrame(picture)])
    return [
      '1f43b675',
      [
        ['e7', uint(Math.round(index * each))],
        ['a3', block],
      ],
    ]
  })
  const header: Element = [
    '1a45dfa3',
    [
      ['4286', uint(1)],
      ['42f7', uint(1)],
      ['42f2', uint(4)],
      ['42f3', uint(8)],
      ['4282', text('webm')],
      ['4287', uint(2)],
      ['4285', uint(2)],
    ],
  ]
  const track: Element = [
    'ae',
    [
      ['d7', uint(1)],
      ['73c5', uint(1)],
      ['83', uint(1)],
      ['86', text('V_VP8')],
      [
        'e0',
        [
          ['b0', uint(size.width)],
          ['ba', uint(size.height)],
        ],
      ],
    ],
  ]
  const info: Element = [
    '1549a966',
    [
      ['2ad7b1', uint(1_000_000)],
      ['4489', float(pictures.length * each)],
      ['4d80', text('tests')],
      ['5741', text('tests')],
    ],
  ]
  const segment: Element = ['18538067', [info, ['1654ae6b', [track]], ...clusters]]
  return Buffer.concat([ebml(header), ebml(segment)])
}

/** A tone of 220 Hz, 8,000 samples of one byte a second. */
export const wav = (seconds: number): Buffer => {
  const samples = Buffer.from(
    Array.from({ length: seconds * 8000 }, (_, i) => 128 + Math.round(60 * Math.sin((i * 2 * Math.PI * 220) / 8000))),
  )
  const head = Buffer.alloc(44)
  head.write('RIFF', 0)
  head.writeUInt32LE(36 + samples.length, 4)
  head.write('WAVEfmt ', 8)
  head.writeUInt32LE(16, 16)
  head.writeUInt16LE(1, 20)
  head.writeUInt16LE(1, 22)
  head.writeUInt32LE(8000, 24)
  head.writeUInt32LE(8000, 28)
  head.writeUInt16LE(1, 32)
  head.writeUInt16LE(8, 34)
  head.write('data', 36)
  head.writeUInt32LE(samples.length, 40)
  return Buffer.concat([head, samples])
}

const frames = ['#7a4a2b', '#c98a4b', '#e3b778', '#c98a4b']

/** A video of somebody's, ready, 2 s long unless said otherwise; its id. `poster: false`: nothing stands for it. */
export async function video(
  ctx: Context,
  accountId: string,
  { width = 360, height = 640, poster = true, durationMs = 2000, alt = 'Mochi chases a leaf' } = {},
): Promise<string> {
  const pictures = await Promise.all(
    frames.map((background) => {
      const bowl = Buffer.from(
        `<svg width="${width}" height="${height}"><circle cx="50%" cy="60%" r="28%" fill="#fff" opacity=".5"/></svg>`,
      )
      return sharp({ create: { width, height, channels: 3, background } })
        .composite([{ input: bowl }])
        .webp({ quality: 70 })
        .toBuffer()
    }),
  )
  const still = pictures[0] as Buffer
  const files = [{ type: 'video/webm' as const, width, height, source: webm(pictures, { width, height }, durationMs / frames.length) }]
  const renditions = [
    { type: 'image/webp' as const, width, height, bytes: still },
    { type: 'image/jpeg' as const, width, height, bytes: await sharp(still).jpeg().toBuffer() },
  ]
  const impression = { thumbhash: '1QcSHQRnh493V4dIh4eXh1h4kJUI', color: '#7a4a2b' }
  const made = {
    kind: 'video' as const,
    accountId,
    alt,
    width,
    height,
    durationMs,
    files,
    poster: poster ? { renditions, impression } : null,
  }
  return (await addRecording(ctx, made)).id
}

/** A sound of somebody's, ready; its id. */
export async function audio(ctx: Context, accountId: string, { seconds = 3, alt = 'Rain on a tin roof' } = {}): Promise<string> {
  const files = [{ type: 'audio/wav' as const, source: wav(seconds) }]
  return (await addRecording(ctx, { kind: 'audio', accountId, alt, durationMs: seconds * 1000, files })).id
}

/** A note of words alone, as one from elsewhere will be: nothing was drawn of it. Its id. */
export async function bareNote(
  ctx: Context,
  authorId: string,
  { title = '', text = '', notice = null as string | null } = {},
): Promise<string> {
  const noteId = ctx.ids.next()
  await ctx.db.tx(async (tx) => {
    await tx.run(sql`
      with made as (
        insert into note (id, author_id, title, text, language, notice, published_at)
        values (${noteId}, ${authorId}, ${title}, ${text}, 'en', ${notice}, now()) returning id)
      insert into note_counter (note_id) select id from made`)
    await ctx.events.emit(tx, 'note.published', { noteId, authorId, mentions: [], topics: [], language: 'en', visibility: 'public' })
  })
  return noteId
}
