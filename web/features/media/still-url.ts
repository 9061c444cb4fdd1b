import { baseType } from '#web/ui/picture.tsx'
import { type Shown, stillOf } from './shown.ts'

/** Address of the smallest file of the picture that stands for a medium and is at least so many pixels wide; of the largest where none is. */
export function stillUrl(media: Shown, least = 0): string | null {
  const all = stillOf(media)?.variants ?? []
  const type = baseType(all)
  const files = all.filter((file) => file.type === type).sort((a, b) => a.width - b.width)
  return (files.find((file) => file.width >= least) ?? files.at(-1))?.url ?? null
}
