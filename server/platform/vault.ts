import { createCipheriv, createDecipheriv, createHash, createHmac, randomBytes } from 'node:crypto'
import { closeSync, fsyncSync, linkSync, mkdirSync, openSync, readFileSync, rmSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import type { Config } from './config.ts'
import type { Context } from './context.ts'

const BYTES = 32
const SHAPE = /^v1\.([\w-]{8})\.([\w-]{16})\.([\w-]+)$/

/**
 * Keeps what must be read again (unlike a password) from whoever gets hold of the database alone: AES-256-GCM under a key that is not in it.
 * `about` binds a sealed text to its place, so that one row's cannot be put into another.
 */
export interface Vault {
  /** `v1.<key>.<nonce>.<text and tag>`, base64url. */
  seal(text: string, about: string): string
  /** The text; null when it was sealed with another key, elsewhere, or is damaged. */
  open(sealed: string, about: string): string | null
  /** The same 16 bytes for the same text, from which nobody without the key learns it: what is counted, not read again. */
  digest(text: string): Buffer
  /** Starts every text sealed with this key. */
  readonly prefix: string
}

/** True for a text that some vault sealed. */
export const isSealed = (text: string): boolean => SHAPE.test(text)

export function openVault(key: Buffer): Vault {
  // Says which key it was without saying anything of it.
  const name = createHash('sha256').update('name of the key').update(key).digest('base64url').slice(0, 8)
  return {
    prefix: `v1.${name}.`,
    seal(text, about) {
      const nonce = randomBytes(12)
      const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(about))
      const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final(), cipher.getAuthTag()])
      return `v1.${name}.${nonce.toString('base64url')}.${body.toString('base64url')}`
    },
    digest: (text) => createHmac('sha256', key).update(`digest ${text}`).digest().subarray(0, 16),
    open(sealed, about) {
      const [, by, nonce = '', rest = ''] = SHAPE.exec(sealed) ?? []
      if (by !== name) return null
      const body = Buffer.from(rest, 'base64url')
      // The last sign carries bits that decoding ignores: another spelling of the same bytes was not sealed here either.
      if (body.length < 16 || body.toString('base64url') !== rest) return null
      try {
        const cipher = createDecipheriv('aes-256-gcm', key, Buffer.from(nonce, 'base64url'), { authTagLength: 16 })
        cipher.setAAD(Buffer.from(about)).setAuthTag(body.subarray(-16))
        return Buffer.concat([cipher.update(body.subarray(0, -16)), cipher.final()]).toString('utf8')
      } catch {
        return null
      }
    },
  }
}

/** The site's vault: its key is `SECRETS_KEY`, else the file `keys/secrets.key` of DATA_DIR, made where there is none. */
export const vault = (ctx: Context): Vault => ctx.hold('platform.vault', () => openVault(ctx.config.secretsKey ?? keyFile(ctx.config)))

const read = (file: string): Buffer | null => {
  try {
    const key = Buffer.from(readFileSync(file, 'utf8').trim(), 'base64url')
    if (key.length !== BYTES) throw new Error(`${file} holds no key: bring it back from a backup, or set SECRETS_KEY`)
    return key
  } catch (e) {
    if ((e as NodeJS.ErrnoException).code === 'ENOENT') return null
    throw e
  }
}

/** Reads the key file or makes it. Of several processes at once one makes it and all read the same: it appears whole or not at all. */
function keyFile({ dataDir }: Pick<Config, 'dataDir'>): Buffer {
  const folder = join(dataDir, 'keys')
  const file = join(folder, 'secrets.key')
  const had = read(file)
  if (had) return had
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const draft = join(folder, `.secrets.${process.pid}.${randomBytes(6).toString('hex')}`)
  const fd = openSync(draft, 'wx', 0o600)
  try {
    writeSync(fd, `${randomBytes(BYTES).toString('base64url')}\n`)
    fsyncSync(fd)
  } finally {
    closeSync(fd)
  }
  try {
    linkSync(draft, file)
  } catch (e) {
    if ((e as NodeJS.ErrnoException).code !== 'EEXIST') throw e
  } finally {
    rmSync(draft, { force: true })
  }
  const made = read(file)
  if (!made) throw new Error(`${file} could not be made`)
  return made
}
