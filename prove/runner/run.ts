import type { Experiment, Figure, HowToRun } from '../types.ts'

export interface Result extends Figure {
  experiment: string
}

/** Runs one; what could not be carried out, or measured nothing, is a figure that misses. */
export async function runExperiment(one: Experiment, how: HowToRun): Promise<Result[]> {
  const missed = (figure: string): Figure[] => [
    { what: 'the experiment itself', done: one.about, figure, target: 'is carried out', met: false },
  ]
  let figures: Figure[]
  try {
    figures = await one.run(how)
    if (figures.length === 0) figures = missed('measured nothing')
  } catch (error) {
    how.say(error instanceof Error ? (error.stack ?? error.message) : String(error))
    figures = missed(error instanceof Error ? (error.message.split('\n')[0] ?? 'failed') : String(error))
  }
  return figures.map((figure) => ({ experiment: one.name, ...figure }))
}
