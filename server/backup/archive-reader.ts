import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { createGunzip } from 'node:zlib'
import { Contents, contentsName, Header, headerName, isSafePath } from './contents.ts'
import { BackupProblem } from './problem.ts'
import { readTar, type TarEntry } from './tar-read.ts'

export async function* readArchive(file: string): AsyncGenerator<TarEntry> {
  const compressed = createReadStream(file)
  const plain = createGunzip()
  compressed.once('error', (error) => plain.destroy(error))
  try {
    yield* readTar(compressed.pipe(plain))
  } finally {
    compressed.destroy()
    plain.destroy()
  }
}

async function bytesOf({ body }: TarEntry): Promise<Buffer> {
  const parts: Buffer[] = []
  for await (const part of body) parts.push(part)
  return Buffer.concat(parts)
}

/** Reads the whole archive and compares every byte with what it says of itself. Throws `BackupProblem` unless it is whole and sound. */
export async function verifyArchive(file: string): Promise<{ header: Header; contents: Contents }> {
  let header: Header | undefined
  let contents: Contents | undefined
  const found = new Map<string, string>()
  try {
    for await (const entry of readArchive(file)) {
      if (entry.name === contentsName) {
        contents = Contents.parse(JSON.parse((await bytesOf(entry)).toString('utf8')))
        continue
      }
      const hash = createHash('sha256')
      if (entry.name === headerName) {
        const bytes = await bytesOf(entry)
        hash.update(bytes)
        header = Header.parse(JSON.parse(bytes.toString('utf8')))
      } else for await (const part of entry.body) hash.update(part)
      if (!isSafePath(entry.name) || found.has(entry.name))
        throw new BackupProblem(`it holds an entry of a strange name (${JSON.stringify(entry.name)})`)
      found.set(entry.name, `${entry.size} ${hash.digest('hex')}`)
    }
    if (!header || !contents) throw new BackupProblem('its table of contents is missing')
    for (const { name, size, sha256 } of contents.entries)
      if (found.get(name) !== `${size} ${sha256}`) throw new BackupProblem(`${name} is not what was written`)
    if (found.size !== contents.entries.length) throw new BackupProblem('it holds more than it names')
    return { header, contents }
  } catch (error) {
    const { code, message, name } = error as NodeJS.ErrnoException
    if (code === 'ENOENT') throw new BackupProblem(`There is no file ${file}.`)
    if (code === 'EACCES' || code === 'EISDIR') throw new BackupProblem(`${file} cannot be read (${code}).`)
    const why =
      name === 'ZodError'
        ? 'it was not written by this program, or by a newer release'
        : code === 'Z_BUF_ERROR'
          ? 'the file ends in the middle'
          : message
    throw new BackupProblem(`${file} is damaged or is no backup of Vermilion: ${why}. Nothing was written.`, { cause: error })
  }
}
