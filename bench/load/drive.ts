import { execFile } from 'node:child_process'
import * as fs from 'node:fs'
import * as os from 'node:os'
import * as path from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import type { Figures, Load } from './requests.ts'
import { hasWrk, withWrk } from './wrk.ts'

const child = fileURLToPath(new URL('./autocannon-child.ts', import.meta.url))

async function withAutocannon(load: Load): Promise<Figures> {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'vermilion-bench-'))
  try {
    fs.writeFileSync(path.join(folder, 'load.json'), JSON.stringify(load))
    const { stdout } = await promisify(execFile)(process.execPath, [child, path.join(folder, 'load.json')])
    return JSON.parse(stdout) as Figures
  } finally {
    fs.rmSync(folder, { recursive: true, force: true })
  }
}

/** The name of what makes the load here. */
export const driver = hasWrk() ? 'wrk' : 'autocannon'

/** Drives a load from another process. */
export const drive = (load: Load): Promise<Figures> => (driver === 'wrk' ? withWrk(load) : withAutocannon(load))
