import { lingui, linguiTransformerBabelPreset } from '@lingui/vite-plugin'
import babel from '@rolldown/plugin-babel'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vitest/config'
import { LongestFirst } from './tests/setup/longest-first.ts'

const hour = 3_600_000
/** A debugger attached to a test must not be cut off by the clock. */
const timeout = process.execArgv.some((flag) => flag.startsWith('--inspect')) ? hour : 0
/**
 * What happens by itself is waited for by looking again and again; vitest's own second is less than a busy machine may need, and a wait that
 * ends as soon as the thing is there costs nothing.
 */
const expectSoon = { poll: { timeout: timeout || 30_000, interval: 30 } }

/**
 * The house holds no state in modules, so test files may share a process: what they import is read and run once, not a hundred times (decision 186).
 */
const shared = { isolate: false, setupFiles: ['tests/setup/each-file.ts'] }

/**
 * Three kinds of tests: `rooms` (plain Node, one database a file, in parallel), `web` (sources of the web app, with its macros)
 * and `e2e` (a real Chromium against a real server, two files at a time, after the others).
 */
export default defineConfig({
  test: {
    // Tests wait for the database more than they compute.
    maxWorkers: '100%',
    globalSetup: ['tests/setup/global.ts'],
    sequence: { sequencer: LongestFirst },
    projects: [
      {
        test: {
          name: 'rooms',
          ...shared,
          expect: expectSoon,
          environment: 'node',
          include: ['server/**/*.test.ts', 'demo/**/*.test.ts', 'scripts/**/*.test.ts', 'tests/**/*.test.ts'],
          exclude: ['tests/e2e/**', 'tests/web/**'],
          // A shared machine may be busy with others.
          testTimeout: timeout || 90_000,
          hookTimeout: timeout || 120_000,
          sequence: { groupOrder: 1 },
        },
      },
      {
        plugins: [
          react(),
          lingui({ failOnMissing: false, failOnCompileError: true }),
          babel({ presets: [linguiTransformerBabelPreset()] }),
        ],
        test: {
          name: 'web',
          isolate: false,
          expect: expectSoon,
          environment: 'node',
          include: ['web/**/*.test.{ts,tsx}', 'tests/web/**/*.test.{ts,tsx}'],
          testTimeout: timeout || 30_000,
          sequence: { groupOrder: 1 },
        },
      },
      {
        test: {
          name: 'e2e',
          ...shared,
          expect: expectSoon,
          environment: 'node',
          include: ['tests/e2e/**/*.test.ts'],
          // Two lanes: a page that is waited for leaves a core idle. Not more, or pages wait for one another.
          maxWorkers: 2,
          testTimeout: timeout || 180_000,
          hookTimeout: timeout || 180_000,
          sequence: { groupOrder: 2 },
        },
      },
    ],
  },
})
