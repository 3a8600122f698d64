import { resolve } from 'node:path'
import { normalizePath } from 'vite'

import type { Exercise } from './catalog.ts'
import { openBench, type Submission, type Verdict } from './run.ts'

/**
 * Judges submissions by the tests of their exercises: stubs, solutions, mistakes, accepted answers,
 * or files from anywhere. The verdicts come in the order of the submissions; the same file cannot
 * be judged twice in one go.
 *
 * They share processes, which makes a judgement cheap. One that takes its process along (it ends
 * it, or fills its memory) leaves others without a verdict; those are judged once more, each in a
 * process of its own, and whoever ends that one as well has done it.
 */
export async function judge(root: string, submitted: readonly Submission[]): Promise<Verdict[]> {
  const verdicts = await together(root, submitted)
  for (const [index, verdict] of verdicts.entries()) {
    const submission = submitted[index]
    if (submission && lacksVerdict(verdict)) verdicts[index] = await alone(root, submission)
  }
  return verdicts
}

/** What the resolver must know of submissions: their absolute paths, and their exercises. */
export const candidatesOf = (
  root: string,
  submitted: readonly Submission[],
): Map<string, Exercise> =>
  new Map(submitted.map(({ file, exercise }) => [normalizePath(resolve(root, file)), exercise]))

async function together(root: string, submitted: readonly Submission[]): Promise<Verdict[]> {
  const files = submitted.map(({ file }) => file)
  const bench = await openBench(root, files, candidatesOf(root, submitted))
  return bench.run().finally(() => bench.close())
}

async function alone(root: string, submission: Submission): Promise<Verdict> {
  const [verdict] = await together(root, [submission])
  if (verdict && !lacksVerdict(verdict)) return verdict
  const { file } = submission
  return { tests: [], printed: '', ...verdict, file, solved: false, errors: [endsProcess(file)] }
}

/** Whether the tests did not get to their end. */
const lacksVerdict = ({ tests, errors }: Verdict): boolean =>
  errors.length === 0 && (tests.length === 0 || tests.some((test) => test.state === 'pending'))

const endsProcess = (file: string): string =>
  `${file} ends the process in which it runs (process.abort, process.kill, or all of its memory), ` +
  'and the tests with it. Remove that, or give the memory back.'
