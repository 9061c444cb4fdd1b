import type { Experiment } from './types.ts'

const never = (): never => {
  throw new Error('the runner opens a collection')
}

export const experiment: Experiment = {
  name: 'adversary',
  about: 'everything an adversary did, and has been taught since',
  of: ['fuzz', 'markers', 'bombs', 'files', 'withdrawn', 'kills', 'stops', 'uploads', 'likes', 'engine', 'database-kills'],
  run: async () => never(),
}
