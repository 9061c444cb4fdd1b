import { accessSync, constants } from 'node:fs'
import path from 'node:path'
import { type Browser, chromium, type LaunchOptions } from 'playwright-core'

/** The first of these programs found on the PATH. */
export function findOnPath(names: string[]): string | null {
  for (const folder of (process.env.PATH ?? '').split(path.delimiter))
    for (const name of names) {
      const file = path.join(folder, name)
      try {
        accessSync(file, constants.X_OK)
        return file
      } catch {
        // Not here.
      }
    }
  return null
}

/** The browser of this machine: CHROMIUM_PATH, else what the PATH has; null when there is none (then browser tests are left out). */
export const findChromium = (): string | null =>
  process.env.CHROMIUM_PATH ?? findOnPath(['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome'])

/** Starts the machine's Chromium. Root has no sandbox of the kernel to use. */
export async function launchChromium(options: LaunchOptions = {}): Promise<Browser> {
  const executablePath = findChromium()
  if (!executablePath) throw new Error('No Chromium was found: install it (apt-get install chromium) or set CHROMIUM_PATH')
  const args = [...(process.getuid?.() === 0 ? ['--no-sandbox'] : []), '--disable-dev-shm-usage', ...(options.args ?? [])]
  return chromium.launch({ ...options, executablePath, args })
}
