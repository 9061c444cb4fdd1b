import * as fs from 'node:fs'
import { createRequire } from 'node:module'
import * as path from 'node:path'
import { cruise, type ICruiseResult } from 'dependency-cruiser'
import extractTSConfig from 'dependency-cruiser/config-utl/extract-ts-config'
import type { Breach } from './sql-law.ts'

/** Folders whose sources the law reads. */
const places = ['server', 'web', 'demo', 'tests', 'bench', 'prove', 'scripts']
const isSource = (name: string) => /\.(ts|tsx|mjs|cjs)$/.test(name) && !name.endsWith('.d.ts') && !name.endsWith('.d.cts')

function sourcesOf(root: string, place: string): string[] {
  return fs
    .readdirSync(path.join(root, place), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && isSource(entry.name))
    .map((entry) => path.relative(root, path.join(entry.parentPath, entry.name)))
}

/**
 * The import law, for the checkout at `root`. A source that was not read is a breach too: a tool that reads nothing finds nothing.
 * Answers how many of our modules were read.
 */
export async function checkImports(root: string): Promise<{ breaches: Breach[]; modules: number }> {
  const config = createRequire(import.meta.url)('../../.dependency-cruiser.cjs')
  const there = places.filter((place) => fs.existsSync(path.join(root, place)))
  const found = await cruise(
    there,
    { ...config.options, baseDir: root, validate: true, ruleSet: { forbidden: config.forbidden } },
    undefined,
    { tsConfig: extractTSConfig(path.join(root, 'tsconfig.json')) },
  )
  const { modules, summary } = found.output as ICruiseResult
  const read = new Set(modules.map(({ source }) => source))
  const unread = there.flatMap((place) => sourcesOf(root, place)).filter((name) => !read.has(name))
  const comments = new Map<string, string>(
    config.forbidden.map((rule: { name: string; comment?: string }) => [rule.name, rule.comment ?? '']),
  )
  const breaches = summary.violations.map(({ from, to, rule, cycle }) => {
    const comment = comments.get(rule.name)
    const way = cycle && cycle.length > 0 ? cycle.map(({ name }) => name).join(' → ') : to
    return { at: from, says: `→ ${way} (${rule.name}${comment ? `: ${comment}` : ''})` }
  })
  for (const name of unread) breaches.push({ at: name, says: 'was not read: the import law does not see this file' })
  return {
    breaches,
    modules: [...read].filter((name) => !name.startsWith('node_modules') && places.some((place) => name.startsWith(`${place}/`))).length,
  }
}
