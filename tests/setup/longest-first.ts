import type { TestSpecification } from 'vitest/node'
import { BaseSequencer } from 'vitest/node'

/**
 * The files that take longest, longest first, as they were seen on two cores. One that begins last keeps a lane for itself while the other stands
 * idle; and in a fresh clone vitest knows no more of a file than its size, by which the experiments, a few lines each, came last of all.
 */
export const longest = [
  'tests/prove/short.test.ts',
  'tests/prove/markers.test.ts',
  'tests/platform/processes.test.ts',
  'tests/prove/database-kills.test.ts',
  'tests/journeys/withdrawn-pictures.test.ts',
  'server/rooms/media/killed.test.ts',
  'server/rooms/media/incoming.test.ts',
  'tests/platform/embedded-postgres.test.ts',
  'tests/access/matrix.test.ts',
  'tests/e2e/accessible.test.ts',
  'tests/e2e/compose.test.ts',
]

/** Vitest's own order (what failed first, then by how long it took the last time), with those first that are long and were not run here yet. */
export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files)
    const known = (spec: TestSpecification) => this.ctx.cache.getTestSpecificationResult(spec) !== undefined
    const rank = (spec: TestSpecification) => {
      const at = known(spec) ? -1 : longest.findIndex((name) => spec.moduleId.endsWith(`/${name}`))
      return at < 0 ? longest.length : at
    }
    const group = (spec: TestSpecification) => spec.project.config.sequence.groupOrder
    // A stable sort: the rest stays as it was.
    return sorted.sort((one, other) => group(one) - group(other) || rank(one) - rank(other))
  }
}
