import { ConfigError } from '#server/platform/config.ts'
import type { Context } from '#server/platform/context.ts'
import { isDemoMade } from './read-demo.ts'
import { setupCode } from './site/setup.ts'
import { sealAll } from './totp/seal-all.ts'

/**
 * To be called once a process has its database and before it does anything with it. A database that was made by a demo is no site: its
 * people's passwords are known to everybody.
 * @throws ConfigError when it was, this is no demo, and nobody said that it is meant.
 */
async function open(ctx: Context): Promise<void> {
  const { demo, allowDemoData, databaseUrl, dataDir } = ctx.config
  if (!demo && !allowDemoData && (await isDemoMade(ctx.db)))
    throw new ConfigError(
      `${databaseUrl ? 'the database of DATABASE_URL' : dataDir} was made by \`npm run demo\`, whose people and passwords everybody knows. Choose ${
        databaseUrl ? 'another database' : 'another folder with DATA_DIR'
      }; to look at it all the same, with those people powerless, set ALLOW_DEMO_DATA=on.`,
    )
  await sealAll(ctx)
}

/** What a process asks of this room while it starts. */
export const accountsStart = { open, setupCode }
