import path from 'node:path'
import { z } from 'zod'

const flag = z.enum(['on', 'off'])
const url = z.url()

/** Every variable the program reads, with what it expects. `docs/operate.md` and `.env.example` say the same in words. */
const Env = z.object({
  PORT: z.coerce.number().int().min(0).max(65535).default(3000),
  HOST: z.string().optional(),
  ORIGIN: url.transform((u) => u.replace(/\/+$/, '')).optional(),
  DATA_DIR: z.string().optional(),
  SECRETS_KEY: z
    .string()
    .regex(/^[\w-]{43}=?$|^[A-Za-z0-9+/]{43}=?$/)
    .optional(),
  ALLOW_DEMO_DATA: flag.default('off'),
  DATABASE_URL: z
    .string()
    .regex(/^postgres(ql)?:\/\//)
    .optional(),
  DATABASE_POOL: z.coerce.number().int().min(2).max(200).default(12),
  ROLE: z.enum(['all', 'web', 'worker']).default('all'),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).optional(),
  RATE_LIMITS: flag.default('on'),
  SMTP_URL: z
    .string()
    .regex(/^smtps?:\/\//)
    .optional(),
  MAIL_FROM: z.string().optional(),
  SITE_NAME: z.string().max(60).default('Vermilion'),
  /** Where the operator says the data is kept, shown to everyone. */
  SITE_PLACE: z.string().max(80).default(''),
  TRUST_PROXY: z
    .string()
    .regex(/^(on|off|[1-9])$/)
    .default('off'),
  FEDERATION_ALLOW_PRIVATE: flag.default('off'),
})

const expected: Partial<Record<keyof z.infer<typeof Env>, string>> = {
  PORT: 'a number from 0 to 65535',
  SECRETS_KEY: '32 random bytes in base64, as `openssl rand -base64 32` prints them',
  ALLOW_DEMO_DATA: 'on or off',
  ORIGIN: 'a URL such as https://vermilion.example',
  DATABASE_URL: 'postgres://user:password@host/database',
  DATABASE_POOL: 'a number from 2 to 200',
  ROLE: 'all, web or worker',
  LOG_LEVEL: 'fatal, error, warn, info, debug, trace or silent',
  RATE_LIMITS: 'on or off',
  SMTP_URL: 'smtp://user:password@host:587 or smtps://…',
  TRUST_PROXY: 'off, on, or how many proxies stand before the site (1 to 9)',
  FEDERATION_ALLOW_PRIVATE: 'on or off',
}

export interface Config {
  port: number
  host: string
  /** Public URL without a slash at the end. */
  origin: string
  dataDir: string
  /** Key of what is kept sealed in the database, 32 bytes; null: a file of DATA_DIR holds it. */
  secretsKey: Buffer | null
  /** Start although the database was made by a demo; its people stay powerless. */
  allowDemoData: boolean
  databaseUrl: string | null
  poolSize: number
  role: 'all' | 'web' | 'worker'
  logLevel: NonNullable<z.infer<typeof Env>['LOG_LEVEL']>
  rateLimits: boolean
  smtpUrl: string | null
  mailFrom: string
  siteName: string
  sitePlace: string
  /** How many reverse proxies of the operator's own stand between the callers and this process. */
  trustProxy: number
  /** What the server fetches may lie in private networks and on this machine, at any port: for tests, and for sites within one home. */
  allowPrivate: boolean
  /** A site with the demo community and one-click sign-in. Never set by the environment. */
  demo: boolean
}

export class ConfigError extends Error {}

/** Reads the environment once. Empty strings count as unset. Throws `ConfigError` with the variable's name, what was found and what was expected. */
export function readConfig(env: Record<string, string | undefined>, demo = false): Config {
  const set = Object.fromEntries(Object.entries(env).filter(([, v]) => v !== undefined && v !== ''))
  const read = Env.safeParse(set)
  if (!read.success) {
    const lines = read.error.issues.map((i) => {
      const name = String(i.path[0]) as keyof typeof expected
      const found = /_URL$|_KEY$/.test(name) ? 'a value of another form' : `"${set[name]}"`
      return `${name}: found ${found}, expected ${expected[name] ?? i.message}`
    })
    throw new ConfigError(lines.join('\n'))
  }
  const e = read.data
  const origin = e.ORIGIN ?? `http://localhost:${e.PORT}`
  return {
    port: e.PORT,
    host: e.HOST ?? (demo ? '127.0.0.1' : '0.0.0.0'),
    origin,
    // A demo and a site never share a folder unless somebody says so.
    dataDir: path.resolve(e.DATA_DIR ?? (demo ? './data-demo' : './data')),
    secretsKey: e.SECRETS_KEY ? Buffer.from(e.SECRETS_KEY, 'base64') : null,
    allowDemoData: e.ALLOW_DEMO_DATA === 'on',
    databaseUrl: e.DATABASE_URL ?? null,
    poolSize: e.DATABASE_POOL,
    role: e.ROLE,
    // A demo's console is read by a person.
    logLevel: e.LOG_LEVEL ?? (demo ? 'warn' : 'info'),
    rateLimits: e.RATE_LIMITS === 'on',
    smtpUrl: e.SMTP_URL ?? null,
    mailFrom: e.MAIL_FROM ?? `${e.SITE_NAME} <no-reply@${new URL(origin).hostname}>`,
    siteName: e.SITE_NAME,
    sitePlace: e.SITE_PLACE,
    trustProxy: e.TRUST_PROXY === 'off' ? 0 : e.TRUST_PROXY === 'on' ? 1 : Number(e.TRUST_PROXY),
    allowPrivate: e.FEDERATION_ALLOW_PRIVATE === 'on',
    demo,
  }
}
