import { readdirSync } from 'node:fs'
import path from 'node:path'
import type { Experiment } from '../types.ts'

const folder = path.join(import.meta.dirname, '..')
const others = new Set(['main.ts', 'types.ts'])

/** All experiments there are, by name; each file directly in `prove/` is one. */
export async function findExperiments(): Promise<Map<string, Experiment>> {
  const found = new Map<string, Experiment>()
  const files = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isFile() && entry.name.endsWith('.ts'))
  for (const { name: file } of files.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    if (others.has(file) || file.endsWith('.test.ts') || file.endsWith('.d.ts')) continue
    const { experiment }: { experiment?: Experiment } = await import(path.join(folder, file))
    const name = file.slice(0, -3)
    if (experiment?.name !== name) throw new Error(`prove/${file} must export an experiment named "${name}"`)
    found.set(name, experiment)
  }
  return found
}

/**
 * The experiments meant by these names, collections opened, each once and in order; without names all that are not collections.
 * An unknown name is thrown with what there is.
 */
export function chosenOf(all: Map<string, Experiment>, names: readonly string[]): Experiment[] {
  if (names.length === 0) return [...all.values()].filter(({ of }) => !of)
  const chosen = new Set<Experiment>()
  const take = (name: string): void => {
    const one = all.get(name)
    if (!one) throw new Error(`There is no experiment "${name}". There are: ${[...all.keys()].join(', ')}.`)
    if (one.of) one.of.forEach(take)
    else chosen.add(one)
  }
  names.forEach(take)
  return [...chosen]
}
