import { execFile, execFileSync } from 'node:child_process'
import * as fs from 'node:fs'
import * as os from 'node:os'
import * as path from 'node:path'
import { promisify } from 'node:util'
import { type Figures, headersOf, type Load } from './requests.ts'

const script = `
local asks, at = {}, 0
function init()
  for line in io.lines(os.getenv('ASKS')) do
    local method, path, headers, body = line:match('^(%u+)\\t([^\\t]*)\\t([^\\t]*)\\t(.*)$')
    local h = { Host = wrk.headers['Host'] }
    for name, value in headers:gmatch('([^\\31\\30]+)\\31([^\\30]*)') do h[name] = value end
    asks[#asks + 1] = wrk.format(method, path, h, body ~= '' and body or nil)
  end
end
function request()
  at = at % #asks + 1
  return asks[at]
end
function done(summary, latency)
  local e = summary.errors
  io.write(string.format('\\nFIGURES %d %d %d %d %d %d\\n', summary.requests, summary.duration, latency:percentile(50), latency:percentile(95),
    latency:percentile(99), e.connect + e.read + e.write + e.status + e.timeout))
end
`

/** Whether the machine has wrk: it costs a tenth of what it loads, and so measures the server, not itself. */
export function hasWrk(): boolean {
  try {
    execFileSync('wrk', ['-v'], { stdio: 'ignore' })
    return true
  } catch (e) {
    // It ends with 1 after telling its version.
    return (e as { status?: number }).status === 1
  }
}

export async function withWrk({ origin, asks, seconds, connections }: Load): Promise<Figures> {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'vermilion-bench-'))
  try {
    const lines = asks.map((a) => {
      const headers = Object.entries(headersOf(a)).map(([name, value]) => `${name}\x1f${value}\x1e`)
      return [a.method, a.path, headers.join(''), a.body ?? ''].join('\t')
    })
    fs.writeFileSync(path.join(folder, 'asks'), lines.join('\n'))
    fs.writeFileSync(path.join(folder, 'load.lua'), script)
    const { stdout } = await promisify(execFile)(
      'wrk',
      ['-t1', `-c${connections}`, `-d${seconds}s`, '--timeout', '10s', '-s', path.join(folder, 'load.lua'), origin],
      {
        env: { ...process.env, ASKS: path.join(folder, 'asks') },
      },
    )
    const figures = /FIGURES (\d+) (\d+) (\d+) (\d+) (\d+) (\d+)/.exec(stdout)?.slice(1).map(Number)
    if (!figures) throw new Error(`wrk said:\n${stdout}`)
    const [requests = 0, duration = 0, p50 = 0, p95 = 0, p99 = 0, errors = 0] = figures
    return { requests, seconds: duration / 1e6, p50: p50 / 1000, p95: p95 / 1000, p99: p99 / 1000, errors }
  } finally {
    fs.rmSync(folder, { recursive: true, force: true })
  }
}
