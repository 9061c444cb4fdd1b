export interface Row {
  name: string
  /** Requests a second. */
  rate: number
  p50: number
  p95: number
  p99: number
  errors: number
  /** CPU ms a request: of the server, of PostgreSQL. */
  server: number
  postgres: number
  note: string
}

const columns = ['route', 'rate/s', 'p50 ms', 'p95 ms', 'p99 ms', 'errors', 'server CPU ms', 'postgres CPU ms', ''] as const
const cells = (r: Row): string[] => [
  r.name,
  r.rate.toFixed(0),
  r.p50.toFixed(1),
  r.p95.toFixed(1),
  r.p99.toFixed(1),
  String(r.errors),
  r.server.toFixed(3),
  r.postgres.toFixed(3),
  r.note,
]

/** The table as Markdown that also reads well in a terminal. */
export function table(rows: readonly Row[]): string {
  const all = [[...columns], ...rows.map(cells)]
  const widths = columns.map((_, i) => Math.max(...all.map((line) => (line[i] ?? '').length)))
  const text = (line: readonly string[]) =>
    `| ${line.map((cell, i) => (i === 0 || i === columns.length - 1 ? cell.padEnd(widths[i] ?? 0) : cell.padStart(widths[i] ?? 0))).join(' | ')} |`
  const rule = `|${widths.map((w, i) => (i === 0 || i === columns.length - 1 ? '-'.repeat(w + 2) : `${'-'.repeat(w + 1)}:`)).join('|')}|`
  return [text(all[0] ?? []), rule, ...all.slice(1).map(text)].join('\n')
}

/** The run in the middle, by rate. */
export const median = <T extends { rate: number }>(runs: readonly T[]): T =>
  [...runs].sort((a, b) => a.rate - b.rate)[Math.floor(runs.length / 2)] as T
