import { readFileSync } from 'node:fs'
import { readConfig } from '#server/platform/config.ts'
import { createContext } from '#server/platform/context.ts'
import { uploadPicture } from '#server/rooms/media/index.ts'

/** A process that uploads one picture after another until it is killed. Environment: DATABASE_URL, DATA_DIR, PICTURE, ACCOUNT. */
const { PICTURE = '', ACCOUNT = '', DATABASE_URL = '' } = process.env
const ctx = await createContext(readConfig(process.env), { connection: { connectionString: DATABASE_URL } })
const file = readFileSync(PICTURE)
const upload = async (): Promise<never> => {
  for (;;) {
    const result = await uploadPicture(ctx, { accountId: ACCOUNT }, file)
    if (!result.ok) throw new Error(result.problem.code)
    process.stdout.write('.')
  }
}
await Promise.all([upload(), upload(), upload()])
