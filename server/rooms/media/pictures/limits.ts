/** What one uploaded picture may weigh. Everything beyond is refused before a pixel is decoded. */
export const limits = {
  /** Bytes of an uploaded file. */
  bytes: 25 * 1024 * 1024,
  /** Width × height of a still picture: a 48-megapixel phone photo passes, a bomb does not. */
  pixels: 50_000_000,
  /** The longest side; WebP itself ends at 16,383. */
  side: 30_000,
  /** An animation stays one up to this many frames and pixels (width × height × frames); beyond, its first frame is the picture. */
  frames: 200,
  animatedPixels: 40_000_000,
  /** Chunks, blocks or boxes that a file may consist of; a progressive PNG of 25 MB has some 3,000. */
  parts: 60_000,
  /** Sub-blocks of a GIF, each up to 255 bytes: what fills 25 MB with less than 64 bytes a block was made to be walked. */
  blocks: 400_000,
  /** Fill bytes between the segments of a JPEG; cameras write a handful. */
  fill: 65_536,
  /** Frames that a file may claim at all. */
  claimedFrames: 5_000,
} as const
