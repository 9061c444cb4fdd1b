/** A number from 0 to 2^31-1 that belongs to a name and a seed: each thing draws its own lot, so that a new one changes nothing for the others. */
export const lotOf = (name: string, seed: number): number =>
  [...name].reduce((sum, sign) => (Math.imul(sum, 31) + sign.charCodeAt(0)) | 0, seed) & 0x7fff_ffff
