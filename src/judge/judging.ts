import type { Failure } from '../harness/failure.ts'
import { memoryFailure } from '../harness/endless.ts'
import type { Submission } from './candidates.ts'
import { acceptedOf, mistakesOf } from '../course/catalog.ts'
import { openRunner } from './vitest-runs.ts'
import { touched } from '../course/stubs.ts'
import type { Verdict } from './verdict.ts'

/**
 * Judges submissions by the tests of their exercises: stubs, solutions, mistakes, accepted answers,
 * or files from anywhere. The verdicts come in the order of the submissions. `workers` is the number
 * of processes that work side by side; as many as there are cores when left out.
 *
 * The course's own files are known, and share processes, which makes a judgement cheap. Any other
 * file has a process of its own: it can change no verdict but its own, and what it leaves running
 * ends with it.
 */
export async function judge(
  root: string,
  submitted: readonly Submission[],
  workers?: number,
): Promise<Verdict[]> {
  const changed = touched(
    root,
    submitted.map(({ exercise }) => exercise),
  )
  const known = submitted.filter(
    ({ file, exercise }) =>
      isOfTheCourse(root, { file, exercise }) ||
      (file === exercise.stub && !changed.includes(exercise)),
  )
  const unknown = submitted.filter((submission) => !known.includes(submission))
  const verdicts = new Map<Submission, Verdict>()
  for (const [group, isolate] of [
    [known, false],
    [unknown, true],
  ] as const) {
    const judged = await together(root, group, { isolate, ...(workers ? { workers } : {}) })
    for (const [index, submission] of group.entries()) {
      const verdict = judged[index]
      // One that takes its process along leaves those without a verdict that share it; alone, it
      // is found out.
      verdicts.set(
        submission,
        verdict && !lacksVerdict(verdict) ? verdict : await alone(root, submission),
      )
    }
  }
  return submitted.flatMap((submission) => verdicts.get(submission) ?? [])
}

/** Whether a file is one of the course's own answers. */
const isOfTheCourse = (root: string, { file, exercise }: Submission): boolean =>
  file === exercise.solution ||
  mistakesOf(root, exercise).includes(file) ||
  acceptedOf(root, exercise).includes(file)

async function together(
  root: string,
  submitted: readonly Submission[],
  options: { isolate: boolean; workers?: number },
): Promise<Verdict[]> {
  if (submitted.length === 0) return []
  const runner = await openRunner(root, submitted, options)
  return runner.run().finally(() => runner.close())
}

async function alone(root: string, submission: Submission): Promise<Verdict> {
  const runner = await openRunner(root, [submission], { isolate: true })
  const [verdict] = await runner.run().finally(() => runner.close())
  const { file } = submission
  const none = { tests: [], printed: '', solved: false, errors: [], notes: [], modules: [] }
  return withCause({ ...none, ...verdict, file }, runner.lastWords())
}

/**
 * The verdict on a submission that was judged in a process of its own: where it has none, the
 * submission took the process along, and `lastWords`, the end of its error output, may say how.
 */
export function withCause(verdict: Verdict, lastWords: string): Verdict {
  if (!lacksVerdict(verdict)) return verdict
  const error = memoryFailure(lastWords) ?? endsProcess(verdict.file)
  return { ...verdict, solved: false, errors: [error] }
}

/** Whether the tests did not get to their end. */
const lacksVerdict = ({ tests, errors }: Verdict): boolean =>
  errors.length === 0 && (tests.length === 0 || tests.some((test) => test.state === 'pending'))

const endsProcess = (file: string): Failure => ({
  kind: 'exit',
  sentence:
    `${file} ends the process in which it runs (by process.abort or process.kill), and the tests ` +
    'with it. Remove that.',
})
