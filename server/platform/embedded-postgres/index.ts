export { joinPostgres } from './join.ts'
export { DataDirBusy, PostgresProblem } from './problem.ts'
export { type EmbeddedPostgres, type StartOptions, startPostgres } from './start.ts'
