import fc from 'fast-check'
import { isDeepStrictEqual, inspect } from 'node:util'

import { compareRecordings } from '../timeline/compare.ts'
import { Failed, inContext, type Failure } from './failure.ts'
import { failureBeside, recordOnce, valueOf } from './scenario.ts'
import type { Recording } from './story.ts'
import { secondOf, SECOND } from '../timeline/seconds.ts'
import { declareTest } from './test.ts'
import type { Timeline } from './timeline.ts'

/** Every run of a test draws the same delays, so that a red test is red again. */
const SEED = 20_300_301
const RUNS = 25

/**
 * Plays a scenario with random delays, on virtual clocks, with the submission and with the
 * reference, and compares result and picture; an answer made for the story's own figures fails. The
 * delays are whole seconds in story milliseconds, all different; draws in which two jobs would end
 * at the same instant are left out, since their order would be anybody's guess.
 */
export function withRandomDelays<M>(
  submission: M,
  reference: M,
  scenario: (implementation: M, timeline: Timeline, delays: number[]) => Promise<unknown>,
): void {
  declareTest('holds for other delays, too', async () => {
    const draws = fc.uniqueArray(fc.integer({ min: 1, max: 12 }), { minLength: 1, maxLength: 6 })
    const drawn = fc.sample(draws, { seed: SEED, numRuns: RUNS })
    for (const seconds of drawn.sort((a, b) => a.length - b.length)) {
      const delays = seconds.map((count) => count * SECOND)
      const run = (implementation: M) =>
        recordOnce(implementation, (it, timeline) => scenario(it, timeline, [...delays]))
      const ours = await run(reference)
      if (hasTies(ours)) continue
      const difference = whereTheyDiffer(await run(submission), ours)
      if (difference !== undefined) {
        throw new Failed(
          inContext(difference, `With the delays ${seconds.join(', ')} (in seconds):`),
        )
      }
    }
  })
}

/** Whether two jobs come to their end in the same second; one abort may well end several. */
function hasTies({ spans }: Recording): boolean {
  const ends = spans
    .filter((span) => span.kind === 'job' && span.how !== 'aborted')
    .map((span) => secondOf(span.end ?? 0))
  return new Set(ends).size < ends.length
}

function whereTheyDiffer(theirs: Recording, ours: Recording): Failure | undefined {
  const failure = failureBeside(theirs, ours)
  if (failure) return failure
  const pictures = compareRecordings(theirs.spans, ours.spans)
  if (pictures) return pictures
  const [got, wanted] = [valueOf(theirs), valueOf(ours)]
  if (isDeepStrictEqual(got, wanted)) return undefined
  const sentence = `the result was ${inspect(got)} instead of ${inspect(wanted)}.`
  return { kind: 'value', sentence }
}
