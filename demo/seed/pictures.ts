import { renderPicture } from '#demo/scenes/index.ts'
import type { Picture } from '#demo/story/types.ts'
import type { Context } from '#server/platform/context.ts'
import { uploadPicture } from '#server/rooms/media/index.ts'
import type { ImageMedia } from '#server/rooms/media/schema.ts'

/** A picture as bytes, like a photograph from a phone. */
export type Draw = (picture: Picture) => Promise<Buffer>

export const drawn: Draw = (picture) => renderPicture(picture)

/** Uploads as that person. A picture of ours that is refused is a bug of ours. */
export async function upload(ctx: Context, accountId: string, bytes: Buffer, alt = ''): Promise<ImageMedia> {
  const media = await uploadPicture(ctx, { accountId }, bytes, { alt })
  if (!media.ok) throw new Error(`a demo picture was refused: ${media.problem.code}`)
  return media.value
}

/** Works on items a few at a time, in order of the list. */
export async function few<T, R>(items: readonly T[], width: number, work: (item: T, index: number) => Promise<R>): Promise<R[]> {
  const done: R[] = new Array(items.length)
  let next = 0
  await Promise.all(
    Array.from({ length: width }, async () => {
      while (next < items.length) {
        const at = next++
        done[at] = await work(items[at] as T, at)
      }
    }),
  )
  return done
}

/** The value of what cannot be refused here. */
export function must<T>(said: { ok: true; value: T } | { ok: false; problem: { code: string } }, what: string): T {
  if (!said.ok) throw new Error(`${what}: ${said.problem.code}`)
  return said.value
}
