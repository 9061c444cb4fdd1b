import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { loadBuild } from './build.ts'

/** What the feed may cost at the first visit, in bytes of brotli. */
const SCRIPTS = 86 * 1024
const STYLES = 10_000

const bytes = (folder: URL, paths: readonly string[]) =>
  paths.reduce((sum, path) => sum + readFileSync(new URL(`.${path}.br`, folder)).length, 0)

it.each(['en', 'zh-Hans'])('the feed stays light in %s', async (locale) => {
  const build = await loadBuild()
  if (!build) throw new Error('build the web app first: npm run build')
  const { entry, modules, styles } = build.assetsOf('web/pages/explore.tsx', locale, 'first')
  expect(modules.length).toBeGreaterThan(2)
  expect(bytes(build.folder, [entry, ...modules])).toBeLessThanOrEqual(SCRIPTS)
  expect(
    bytes(
      build.folder,
      styles.map((style) => style.href),
    ),
  ).toBeLessThanOrEqual(STYLES)
})
