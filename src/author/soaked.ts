import { readFileSync } from 'node:fs'
import { join } from 'node:path'

import { comparisonOf } from '../timeline/compare.ts'
import { isAllAtOnce, isInTurn } from '../timeline/likely-cause.ts'
import type { Comparison } from '../timeline/what-differs.ts'
import type { Submission } from '../judge/candidates.ts'
import { acceptedOf, mistakesOf, readCourse, type Exercise } from '../course/catalog.ts'
import { openRunner, type Runner } from '../judge/runner.ts'
import type { Verdict } from '../judge/verdict.ts'

/** Who is soaked: right answers, or wrong ones that the real event loop can tell. */
export type Kind = 'solutions' | 'accepted' | 'mistakes' | 'timing'

/**
 * The submissions of a kind, of files with one of `parts` in their path; of all when there is none.
 * Of the mistakes those that the wall clock catches when nothing else runs; `timing`: of these, for
 * each exercise, the first that does all at once what goes in turn and the first that does in turn
 * what goes at once, where there are such.
 */
export async function toSoak(
  root: string,
  kind: Kind,
  parts: readonly string[],
): Promise<Submission[]> {
  const all = readCourse(root)
    .flatMap((exercise) => filesOf[kind](root, exercise).map((file) => ({ file, exercise })))
    .filter(({ file }) => parts.length === 0 || parts.some((part) => file.includes(part)))
  if (kind === 'solutions' || kind === 'accepted') return all
  if (kind === 'mistakes') return caughtAmong(root, all)
  const { allAtOnce, inTurn } = await timingOf(root, all)
  const told = await caughtAmong(root, [...new Set([...allAtOnce, ...inTurn])])
  const firstTold = (some: readonly Submission[]) =>
    firstOfEach(some.filter((one) => told.includes(one)))
  return [...new Set([...firstTold(allAtOnce), ...firstTold(inTurn)])]
}

const filesOf: Record<Kind, (root: string, exercise: Exercise) => string[]> = {
  solutions: (_root, exercise) => [exercise.solution],
  accepted: acceptedOf,
  mistakes: mistakesOf,
  timing: mistakesOf,
}

async function caughtAmong(root: string, all: readonly Submission[]): Promise<Submission[]> {
  for await (const verdicts of runsOf(root, all, { runs: 1 })) {
    const caught = verdicts.filter(isCaught).map(({ file }) => file)
    return all.filter(({ file }) => caught.includes(file))
  }
  return []
}

/** What mistakes do with time, found in the recordings that their other tests compare with pictures. */
async function timingOf(root: string, all: readonly Submission[]) {
  if (all.length === 0) return { allAtOnce: [], inTurn: [] }
  const runner = await openRunner(root, all, { spans: true })
  const verdicts = await runner.run().finally(() => runner.close())
  const does = (is: (comparison: Comparison) => boolean) =>
    all.filter((_, index) =>
      verdicts[index]?.tests.some(({ drawn = [] }) => drawn.map(comparisonOf).some(is)),
    )
  return { allAtOnce: does(isAllAtOnce), inTurn: does(isInTurn) }
}

const firstOfEach = (all: readonly Submission[]): Submission[] =>
  all.filter(({ exercise }, index) => all.findIndex((one) => one.exercise === exercise) === index)

/**
 * Runs the tests of submissions again and again: those on the wall clock and on the real clock alone,
 * so that they run although others would have failed; or `all` of them.
 */
export async function* runsOf(
  root: string,
  submitted: readonly Submission[],
  { runs, all = false }: { runs: number; all?: boolean },
): AsyncGenerator<Verdict[]> {
  const whole = submitted.filter(({ exercise }) => all || usesRealClock(root, exercise))
  const others = submitted.filter((submission) => !whole.includes(submission))
  const runners: Runner[] = []
  try {
    if (whole.length > 0) runners.push(await openRunner(root, whole))
    if (others.length > 0) runners.push(await openRunner(root, others, { titles: /wall clock/ }))
    for (let run = 0; run < runs; run += 1) {
      const verdicts: Verdict[] = []
      for (const runner of runners) verdicts.push(...(await runner.run()))
      yield verdicts
    }
  } finally {
    for (const runner of runners) await runner.close()
  }
}

/** Its tests bear titles of their own. */
const usesRealClock = (root: string, { test }: Exercise): boolean =>
  /\brealTest\(/.test(readFileSync(join(root, test), 'utf8'))

/** Whether a test ran at all: 1.7 has no wall-clock test. */
export const hasRun = ({ tests, errors }: Verdict): boolean =>
  errors.length > 0 || tests.some((test) => test.state === 'passed' || test.state === 'failed')

/** Whether something was wrong. */
export const isCaught = ({ tests, errors }: Verdict): boolean =>
  errors.length > 0 || tests.some((test) => test.state === 'failed')
