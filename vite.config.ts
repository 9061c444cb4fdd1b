import { globSync } from 'node:fs'
import path from 'node:path'
import { lingui, linguiTransformerBabelPreset } from '@lingui/vite-plugin'
import babel from '@rolldown/plugin-babel'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'
import { compressAssets, fillPrecache } from './scripts/vite-plugins.ts'
import { firstScreen, sharedBy } from './scripts/web-graph.ts'

const relative = (id: string) => path.relative(import.meta.dirname, id)
/** The modules of the first screen. What it does not import at once (dialogs, menus, fields …) comes with the pages that use it. */
const first = firstScreen()
/** What most of the other pages share. */
const parts = sharedBy(5)
/** Files of their own: the document names them. */
const isNamed = /^web\/(pages\/|entry-client|start)/

export default defineConfig(({ isSsrBuild }) => ({
  plugins: [
    react(),
    // A missing translation falls back to English here; `npm run check` is what refuses it.
    lingui({ failOnMissing: false, failOnCompileError: true }),
    babel({ presets: [linguiTransformerBabelPreset()] }),
    fillPrecache(),
    compressAssets(),
  ],
  publicDir: isSsrBuild ? false : 'web/public',
  define: {
    'process.env.NODE_ENV': JSON.stringify('production'),
    // Where no room adds to cards, the first screen carries nothing for it.
    'import.meta.env.CARD_FIELDS': String(globSync('web/features/*/on-card.tsx', { cwd: import.meta.dirname }).length > 0),
  },
  build: isSsrBuild
    ? { outDir: 'dist/server', emptyOutDir: false, rolldownOptions: { output: { entryFileNames: 'entry-server.js' } } }
    : {
        outDir: 'dist/client',
        // Tabs of the build before still ask for its files: they stay for a week (scripts/bootstrap/build.mjs).
        emptyOutDir: false,
        manifest: true,
        target: 'es2022',
        assetsInlineLimit: 0,
        modulePreload: { polyfill: false },
        rolldownOptions: {
          input: { app: 'web/entry-client.tsx', start: 'web/start.tsx', sw: 'web/sw.ts' },
          output: {
            entryFileNames: (chunk) => (chunk.name === 'sw' ? 'sw.js' : 'assets/[name]-[hash].js'),
            // What every page needs comes in two files instead of twenty: the libraries, which rarely change, and our own. What
            // most pages but the first share comes in a third.
            codeSplitting: {
              groups: [
                {
                  name: 'base',
                  test: /node_modules[\\/](react|react-dom|scheduler|@tanstack|@lingui|@messageformat|use-sync-external-store)[\\/]/,
                },
                { name: 'house', test: (id: string) => first.has(relative(id)) && !isNamed.test(relative(id)) },
                { name: 'parts', test: (id: string) => parts.has(relative(id)) },
              ],
            },
          },
        },
      },
}))
