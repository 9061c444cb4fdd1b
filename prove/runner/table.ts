import type { Result } from './run.ts'

const cells = ({ experiment, done, what, figure, target, met }: Result): string[] =>
  [experiment, done, `${what}: ${figure}`, target, met ? '✓' : '✗ missed'].map((cell) => cell.replaceAll('|', '\\|').replaceAll('\n', ' '))

/** The results as Markdown that also reads in a terminal; it goes into docs/figures.md as it is. */
export function table(results: readonly Result[]): string {
  const all = [['experiment', 'what was done', 'figure', 'target', ''], ...results.map(cells)]
  const widths = [0, 1, 2, 3, 4].map((i) => Math.max(1, ...all.map((line) => (line[i] ?? '').length)))
  const text = (line: readonly string[]) => `| ${line.map((cell, i) => cell.padEnd(widths[i] ?? 0)).join(' | ')} |`
  const rule = `|${widths.map((width) => '-'.repeat(width + 2)).join('|')}|`
  return [text(all[0] ?? []), rule, ...all.slice(1).map(text)].join('\n')
}
