import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'
import type { Plugin } from 'vite'

/**
 * Tells the service worker which files make the app's shell: the entry, what it imports, the words of the first screen and its style sheet.
 * Pages opened later are kept when they are first used.
 */
export const fillPrecache = (): Plugin => ({
  name: 'vermilion-precache',
  apply: 'build',
  generateBundle(_options, bundle) {
    const worker = bundle['sw.js']
    if (worker?.type !== 'chunk') return
    const wanted = new Set<string>()
    const add = (file: string) => {
      const chunk = bundle[file]
      if (!chunk || wanted.has(file)) return
      wanted.add(file)
      if (chunk.type === 'chunk') chunk.imports.forEach(add)
    }
    for (const [file, chunk] of Object.entries(bundle)) {
      const isShell = chunk.type === 'chunk' && chunk.isEntry && file !== 'sw.js'
      const isCatalogue = chunk.type === 'chunk' && chunk.facadeModuleId?.includes('/made/first/')
      const isOffline = chunk.type === 'chunk' && chunk.facadeModuleId?.includes('/pages/offline')
      if (isShell || isCatalogue || isOffline || (file.endsWith('.css') && /app-|offline-/.test(file))) add(file)
    }
    const list = [...wanted].sort().map((file) => `/${file}`)
    const version = createHash('sha256').update(list.join()).digest('hex').slice(0, 10)
    worker.code = worker.code.replace('__PRECACHE__', JSON.stringify(list)).replace('__VERSION__', JSON.stringify(version))
  },
})

const compressible = /\.(js|css|svg|json|webmanifest|txt)$/

/** Writes `.br` and `.gz` beside every text file, at the highest level: they are made once and read for a year. */
export const compressAssets = (): Plugin => ({
  name: 'vermilion-compress',
  apply: 'build',
  writeBundle(options) {
    if (!options.dir?.endsWith('client')) return
    for (const entry of readdirSync(options.dir, { recursive: true, withFileTypes: true })) {
      if (!entry.isFile() || !compressible.test(entry.name)) continue
      const path = join(entry.parentPath, entry.name)
      // Its name says what is in it: what an earlier build has packed is packed.
      if (entry.parentPath.endsWith('assets') && existsSync(`${path}.br`) && existsSync(`${path}.gz`)) continue
      const bytes = readFileSync(path)
      writeFileSync(`${path}.br`, brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }))
      writeFileSync(`${path}.gz`, gzipSync(bytes, { level: 9 }))
    }
  },
})
