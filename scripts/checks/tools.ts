import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { findChromium, findOnPath } from '#tests/setup/chromium.ts'
import { run } from './children.ts'
import { say, seconds } from './steps.ts'

interface Tool {
  /** Package of Debian and Ubuntu. */
  name: string
  here: () => boolean
  without: string
}

const tools: Tool[] = [
  { name: 'chromium', here: () => findChromium() !== null, without: 'the browser tests are skipped' },
  { name: 'ffmpeg', here: () => findOnPath(['ffmpeg']) !== null, without: 'videos are served as they were sent' },
  { name: 'fonts-noto-cjk', here: hasChineseFont, without: 'Chinese is drawn as boxes in screenshots' },
]

function hasChineseFont(): boolean {
  const listed = spawnSync('fc-list', [':lang=zh', 'family'], { encoding: 'utf8' })
  return listed.status === 0 && listed.stdout.trim() !== ''
}

/** Answers what went wrong, if anything. */
async function apt(args: string[]): Promise<string | null> {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  const { code, printed } = await run('apt-get', args, { env, stdio: ['ignore', 'pipe', 'pipe'] })
  return code === 0 ? null : printed.trimEnd().split('\n').at(-1) || `exit code ${code}`
}

/** Installs what browser and video tests need, where that is possible; one clear line for each thing that stays missing. */
export async function installTools(): Promise<void> {
  const missing = tools.filter((tool) => !tool.here())
  if (missing.length === 0) return
  const names = missing.map(({ name }) => name).join(' ')
  const since = Date.now()
  let trouble: string | null = 'only root can, with apt-get'
  if (process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
    say(`Installing ${names} with apt-get; this takes a minute or two…`)
    await apt(['update', '-qq'])
    trouble = await apt(['install', '-y', '-qq', '--no-install-recommends', ...missing.map(({ name }) => name)])
    if (trouble === null) say(`Installed ${names} in ${seconds(since)}.`)
  }
  for (const tool of missing) if (!tool.here()) say(`${tool.name} is missing and was not installed (${trouble}): ${tool.without}.`)
}
