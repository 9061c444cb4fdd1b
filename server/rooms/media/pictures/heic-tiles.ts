import heif from 'libheif-js/wasm-bundle.js'
import { HeicUncut } from './heic-uncut.ts'
import { limits } from './limits.ts'

/** A picture whose size is known and whose parts are decoded one after the other. */
export interface HeicTiles {
  /** Upright, in pixels. */
  width: number
  height: number
  /** Writes all pixels, three bytes each, row after row, to a place of `width × height × 3` bytes. Throws when a part is broken. */
  writeTo(pixels: Uint8Array): void
  /** The same, decoded all at once: many times the memory. */
  writeWholeTo(pixels: Uint8Array): void
}

/** Pixels of the largest picture that is decoded at once; one of 48.8 million took all processes together to 738 MB. */
const uncut = 30_000_000

// heif_colorspace_RGB, heif_chroma_interleaved_RGB, heif_channel_interleaved
const RGB = 1
const INTERLEAVED_RGB = 10
const INTERLEAVED = 10
/** heif_image_tiling: eleven numbers and room for those of later versions. */
const TILING_BYTES = 128

const textAt = (address: number): string => {
  const end = heif.HEAPU8.indexOf(0, address)
  return Buffer.from(heif.HEAPU8.subarray(address, end)).toString('latin1')
}

/** Calls what answers a heif_error {code, subcode, message}. */
const attempt = (error: number, call: () => void): void => {
  call()
  const [code = 0, subcode = 0, message = 0] = heif.HEAPU32.subarray(error >> 2, (error >> 2) + 3)
  if (code !== 0) throw new Error(`libheif ${code}.${subcode}: ${textAt(message)}`)
}

/**
 * Opens a HEIC for `work`. Phones store a large picture as a grid of small ones: decoded tile by tile, the decoder holds one of them (17 MB for
 * any size) where the whole would stand in its memory three times. A picture that is no grid is its only tile.
 */
export const withHeic = <T>(file: Uint8Array, work: (picture: HeicTiles) => T): T => {
  const bytes = heif._malloc(file.length)
  const error = heif._malloc(16)
  const out = heif._malloc(TILING_BYTES)
  const context = heif._heif_context_alloc()
  let handle = 0
  try {
    heif.HEAPU8.set(file, bytes)
    attempt(error, () => heif._heif_context_read_from_memory_without_copy(error, context, bytes, file.length, 0))
    attempt(error, () => heif._heif_context_get_primary_image_handle(error, context, out))
    handle = heif.HEAPU32[out >> 2] ?? 0
    const width = heif._heif_image_handle_get_width(handle)
    const height = heif._heif_image_handle_get_height(handle)
    if (!(width > 0 && height > 0) || width * height > limits.pixels) throw new Error(`a HEIC of ${width} × ${height} pixels`)
    const opened = { handle, error, out, width, height }
    return work({
      width,
      height,
      writeTo: (pixels) => writeTiles({ ...opened, pixels }),
      writeWholeTo: (pixels) => writeWhole({ ...opened, pixels }),
    })
  } finally {
    if (handle) heif._heif_image_handle_release(handle)
    heif._heif_context_free(context)
    for (const address of [out, error, bytes]) heif._free(address)
  }
}

interface Opened {
  handle: number
  error: number
  out: number
  width: number
  height: number
  pixels: Uint8Array
}

/** heif_image_tiling: version, columns, rows, tile width and height, width and height of the picture, and by how much the first tiles stand outside. */
const tilingOf = ({ handle, error, out }: Opened, upright: 0 | 1) => {
  attempt(error, () => heif._heif_image_handle_get_image_tiling(error, handle, upright, out))
  const [, columns = 1, rows = 1, tileWidth = 0, tileHeight = 0, width = 0, height = 0, top = 0, left = 0] = heif.HEAPU32.subarray(
    out >> 2,
    (out >> 2) + 9,
  )
  return { columns, rows, tileWidth, tileHeight, pixels: width * height, top, left }
}

const writeTiles = (opened: Opened): void => {
  const { handle, error, out, width, height } = opened
  const { columns, rows, tileWidth, tileHeight, pixels, top, left } = tilingOf(opened, 1)
  // Where tiles lie under a cut edge the decoder does not say rightly; no phone writes such a file.
  if (columns * rows === 1 || pixels !== tilingOf(opened, 0).pixels) {
    writeWhole(opened)
    return
  }
  // A turn brings the incomplete tiles to the front. How far they reach outside follows from the sizes (libheif 1.23 tells how far inside).
  const x0 = left === 0 ? 0 : columns * tileWidth - width
  const y0 = top === 0 ? 0 : rows * tileHeight - height
  for (let y = 0; y < rows; y++)
    for (let x = 0; x < columns; x++) {
      attempt(error, () => heif._heif_image_handle_decode_image_tile(error, handle, out, RGB, INTERLEAVED_RGB, 0, x, y))
      writeImage(opened, x * tileWidth - x0, y * tileHeight - y0)
    }
}

/** All at once: what a picture takes that is no grid. */
const writeWhole = (opened: Opened): void => {
  const { handle, error, out, width, height } = opened
  if (width * height > uncut) throw new HeicUncut(`a HEIC of ${width} × ${height} pixels in one piece`)
  attempt(error, () => heif._heif_decode_image(error, handle, out, RGB, INTERLEAVED_RGB, 0))
  writeImage(opened, 0, 0)
}

/** Takes over what was decoded last. Tiles at the edges reach beyond the picture: what lies outside is left out. */
const writeImage = ({ out, width, height, pixels }: Opened, x: number, y: number): void => {
  const image = heif.HEAPU32[out >> 2] ?? 0
  try {
    const plane = heif._heif_image_get_plane_readonly2(image, INTERLEAVED, out)
    const stride = heif.HEAPU32[out >> 2] ?? 0
    const from = Math.max(0, -x)
    const to = Math.min(heif._heif_image_get_width(image, INTERLEAVED), width - x)
    const last = Math.min(heif._heif_image_get_height(image, INTERLEAVED), height - y)
    if (plane === 0) throw new Error('libheif decoded no pixels')
    for (let row = Math.max(0, -y); row < last && to > from; row++) {
      const at = plane + row * stride
      pixels.set(heif.HEAPU8.subarray(at + from * 3, at + to * 3), ((y + row) * width + x + from) * 3)
    }
  } finally {
    heif._heif_image_release(image)
  }
}
