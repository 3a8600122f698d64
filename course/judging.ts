import { resolve } from 'node:path'
import { normalizePath } from 'vite'

import { memorySentence } from '../harness/watchdog.ts'
import type { Exercise } from './catalog.ts'
import { openBench, type Submission } from './run.ts'
import type { Verdict } from './verdict.ts'

/**
 * Judges submissions by the tests of their exercises: stubs, solutions, mistakes, accepted answers,
 * or files from anywhere. The verdicts come in the order of the submissions; the same file cannot
 * be judged twice in one go.
 *
 * They share processes, which makes a judgement cheap. One that takes its process along (it ends
 * it, or fills its memory) leaves others without a verdict; those are judged once more, each in a
 * process of its own, and whoever ends that one as well has done it. `workers` is the number of
 * processes that work side by side; as many as there are cores when left out.
 */
export async function judge(
  root: string,
  submitted: readonly Submission[],
  workers?: number,
): Promise<Verdict[]> {
  const verdicts = await together(root, submitted, workers)
  for (let open = indicesOf(verdicts, lacksVerdict); open.length > 0;) {
    const suspects = open.filter((index) => hadBegun(verdicts[index]))
    // Who had not begun is innocent, and judged once more beside the others.
    const innocent = open.filter((index) => !suspects.includes(index))
    const again = suspects.length > 0 ? innocent : []
    const next = await together(root, pick(submitted, again), workers)
    for (const [place, index] of again.entries()) put(verdicts, index, next[place])
    for (const index of suspects.length > 0 ? suspects : open) {
      for (const submission of pick(submitted, [index])) {
        put(verdicts, index, await alone(root, submission))
      }
    }
    open = indicesOf(verdicts, lacksVerdict)
  }
  return verdicts
}

const indicesOf = (verdicts: readonly Verdict[], test: (verdict: Verdict) => boolean): number[] =>
  verdicts.flatMap((verdict, index) => (test(verdict) ? [index] : []))

const pick = <T>(all: readonly T[], indices: readonly number[]): T[] =>
  indices.flatMap((index) => all.slice(index, index + 1))

function put(verdicts: Verdict[], index: number, verdict: Verdict | undefined): void {
  if (verdict) verdicts[index] = verdict
}

/** Its tests were known when the process ended, so it may have been the one that ended it. */
const hadBegun = (verdict: Verdict | undefined): boolean => (verdict?.tests.length ?? 0) > 0

/** What the resolver must know of submissions: their absolute paths, and their exercises. */
export const candidatesOf = (
  root: string,
  submitted: readonly Submission[],
): Map<string, Exercise> =>
  new Map(submitted.map(({ file, exercise }) => [normalizePath(resolve(root, file)), exercise]))

async function together(
  root: string,
  submitted: readonly Submission[],
  workers?: number,
): Promise<Verdict[]> {
  if (submitted.length === 0) return []
  const bench = await benchFor(root, submitted, workers)
  return bench.run().finally(() => bench.close())
}

const benchFor = (root: string, submitted: readonly Submission[], workers?: number) =>
  openBench(
    root,
    submitted.map(({ file }) => file),
    { candidates: candidatesOf(root, submitted), ...(workers === undefined ? {} : { workers }) },
  )

async function alone(root: string, submission: Submission): Promise<Verdict> {
  const bench = await benchFor(root, [submission])
  const [verdict] = await bench.run().finally(() => bench.close())
  const { file } = submission
  return withCause(
    { tests: [], printed: '', solved: false, errors: [], ...verdict, file },
    bench.lastWords(),
  )
}

/**
 * The verdict on a submission that was judged in a process of its own: where it has none, the
 * submission took the process along, and `lastWords`, the end of its error output, may say how.
 */
export function withCause(verdict: Verdict, lastWords: string): Verdict {
  if (!lacksVerdict(verdict)) return verdict
  const error = memorySentence(lastWords) ?? endsProcess(verdict.file)
  return { ...verdict, solved: false, errors: [error] }
}

/** Whether the tests did not get to their end. */
const lacksVerdict = ({ tests, errors }: Verdict): boolean =>
  errors.length === 0 && (tests.length === 0 || tests.some((test) => test.state === 'pending'))

const endsProcess = (file: string): string =>
  `${file} ends the process in which it runs (by process.abort or process.kill), and the tests ` +
  'with it. Remove that.'
