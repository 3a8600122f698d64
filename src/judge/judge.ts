import type { Submission } from './candidates.ts'
import { acceptedOf, mistakesOf } from '../course/catalog.ts'
import { openRunner } from './runner.ts'
import { touched } from '../course/stubs.ts'
import { lacksEnd, type Verdict } from './verdict.ts'

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
  const verdicts = new Map([
    ...(await together(root, known, { isolate: false, workers })),
    ...(await together(root, unknown, { isolate: true, workers })),
  ])
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
  options: { isolate: boolean; workers: number | undefined },
): Promise<[Submission, Verdict][]> {
  if (submitted.length === 0) return []
  const runner = await openRunner(root, submitted, options)
  const verdicts = await runner.run().finally(() => runner.close())
  const judged: [Submission, Verdict][] = []
  for (const [index, submission] of submitted.entries()) {
    const verdict = verdicts[index]
    if (verdict && !lacksEnd(verdict)) judged.push([submission, verdict])
    // One that takes its process along leaves those without a verdict that share it; alone, it is
    // found out.
    else judged.push(...(await together(root, [submission], { isolate: true, workers: 1 })))
  }
  return judged
}
