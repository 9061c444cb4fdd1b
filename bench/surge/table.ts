import type { Tally } from './tally.ts'

const columns = ['kind', 'offered/s', 'answered/s', 'p50 ms', 'p95 ms', 'p99 ms', 'shed', 'failed']

/** The rows as Markdown that also reads in a terminal. */
export function surgeTable(rows: readonly ReturnType<Tally['sum']>[], seconds: number): string {
  const cells = rows.map((r) => [
    r.kind,
    (r.offered / seconds).toFixed(1),
    (r.answered / seconds).toFixed(1),
    r.p50.toFixed(1),
    r.p95.toFixed(1),
    r.p99.toFixed(1),
    String(r.shed),
    String(r.failed),
  ])
  const all = [columns, ...cells]
  const widths = columns.map((_, i) => Math.max(...all.map((line) => (line[i] ?? '').length)))
  const line = (of: readonly string[]) =>
    `| ${of.map((cell, i) => (i === 0 ? cell.padEnd(widths[i] ?? 0) : cell.padStart(widths[i] ?? 0))).join(' | ')} |`
  const rule = `|${widths.map((w, i) => (i === 0 ? '-'.repeat(w + 2) : `${'-'.repeat(w + 1)}:`)).join('|')}|`
  return [line(columns), rule, ...cells.map(line)].join('\n')
}
