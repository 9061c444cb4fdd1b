import { readFileSync } from 'node:fs'
import { Readable } from 'node:stream'
import { readConfig } from '#server/platform/config.ts'
import { createContext } from '#server/platform/context.ts'
import { uploadPicture } from '#server/rooms/media/index.ts'

/** A process that uploads one picture after another until it is killed. Environment: DATABASE_URL, DATA_DIR, PICTURE, ACCOUNT. */
const { PICTURE = '', ACCOUNT = '', DATABASE_URL = '' } = process.env
const ctx = await createContext(readConfig(process.env), { connection: { connectionString: DATABASE_URL } })
const file = readFileSync(PICTURE)
const upload = async (): Promise<never> => {
  for (;;) {
    // As a door gives it: in pieces, to be received to disk.
    const pieces = Array.from({ length: 8 }, (_, i) => file.subarray((i * file.length) / 8, ((i + 1) * file.length) / 8))
    const result = await uploadPicture(ctx, { accountId: ACCOUNT }, Readable.from(pieces))
    if (!result.ok) throw new Error(result.problem.code)
    process.stdout.write('.')
  }
}
await Promise.all([upload(), upload(), upload()])
