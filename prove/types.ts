/** One thing an experiment measured. */
export interface Figure {
  /** What the number counts: `deaths of the process`. */
  what: string
  /** What was done to it: `20 kills of the postmaster`. */
  done: string
  figure: number | string
  /** As people read it: `0`, `≤ 200 ms`. */
  target: string
  met: boolean
}

export interface HowToRun {
  /** Progress, for whoever waits; never part of the results. */
  say(line: string): void
  /** The form that `npm test` runs: seconds, not minutes. The targets stay the same. */
  short: boolean
  /** Whatever is drawn by lot comes from here, so that a run can be had again. */
  seed: number
}

/** A file `prove/<name>.ts` exports one as `experiment`; the runner finds it by the file's name. */
export interface Experiment {
  name: string
  /** One line for `npm run prove -- --list`. */
  about: string
  /** Names of others: a collection, which the runner opens; its own `run` is not called. */
  of?: readonly string[]
  /** Leaves nothing behind: processes, folders, databases. Throws only when it could not be carried out. */
  run(how: HowToRun): Promise<Figure[]>
}
