// Draws the icons of the web app from the seal's own paths: `node scripts/draw-icons.ts`. Its results are committed in web/public.
import { mkdir, writeFile } from 'node:fs/promises'
import sharp from 'sharp'
import { sealGround, sealStrokes } from '#web/ui/seal-shape.ts'

const out = new URL('../web/public/', import.meta.url)
const seal = '#d7352b'

/** The seal on its own ground; `bleed` fills the whole square (for masks of any shape), the character then keeps to the safe middle. */
const svg = (size: number, bleed = false) => {
  const character = bleed
    ? `<g transform="translate(32 32) scale(.72) translate(-32 -32)"><path d="${sealStrokes}" fill="#fff"/></g>`
    : `<path d="${sealStrokes}" fill="#fff"/>`
  const ground = bleed ? `<path d="M0 0h64v64H0z" fill="${seal}"/>` : `<path d="${sealGround}" fill="${seal}"/>`
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 64 64" width="${size}" height="${size}">${ground}${character}</svg>`
}

const png = (name: string, size: number, bleed = false) =>
  sharp(Buffer.from(svg(size, bleed)), { density: 300 })
    .resize(size, size)
    .png({ compressionLevel: 9, palette: true })
    .toFile(new URL(name, out).pathname)

await mkdir(out, { recursive: true })
await writeFile(new URL('seal.svg', out), svg(64).replace(/ width="64" height="64"/, ''))
await png('icon-192.png', 192)
await png('icon-512.png', 512)
await png('icon-maskable-512.png', 512, true)
await png('apple-touch-icon.png', 180, true)
