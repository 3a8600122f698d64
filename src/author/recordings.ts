import { readCourse, type Exercise } from '../course/catalog.ts'
import type { Violation } from '../course/violation.ts'
import type { Verdict } from '../judge/verdict.ts'
import { openRunner } from '../judge/runner.ts'
import type { Span } from '../timeline/span.ts'
import { violationsInPages } from './laws/index.ts'
import { readCourseFiles } from './laws/law.ts'

/** What the handouts need to know of a course, and cannot find out themselves. */
export interface Recordings {
  /** For each exercise, by its slug, the spans behind each picture that its tests draw. */
  spans: ReadonlyMap<string, ReadonlyMap<string, readonly Span[]>>
  /** What is wrong with the course: nothing should be handed out then. */
  violations: Violation[]
}

/** The test on the wall clock draws nothing, and takes its time. */
const ON_THE_STORY_CLOCK = /^(?!holds on the wall clock)/

/** Applies the laws of pages, and runs all tests on the reference solutions to keep what they draw. */
export async function recordCourse(root: string): Promise<Recordings> {
  const violations = violationsInPages(readCourseFiles(root))
  const course = readCourse(root)
  if (course.length === 0) return { spans: new Map(), violations }
  const submitted = course.map((exercise) => ({ file: exercise.solution, exercise }))
  const runner = await openRunner(root, submitted, { spans: true, titles: ON_THE_STORY_CLOCK })
  const verdicts = await runner.run().finally(() => runner.close())
  const recordings = recordingsOf(course, verdicts)
  return { ...recordings, violations: [...violations, ...recordings.violations] }
}

/** What was recorded, given the verdicts on the solutions of some exercises. */
export const recordingsOf = (
  course: readonly Exercise[],
  verdicts: readonly Verdict[],
): Recordings => ({
  spans: new Map(course.map(({ slug }, index) => [slug, drawnIn(verdicts[index])])),
  violations: course.flatMap(({ number, solution }, index) =>
    failuresIn(verdicts[index]).map((sentence) => ({
      file: solution,
      message: `The timelines of ${number} cannot be drawn. ${sentence}`,
    })),
  ),
})

/** Only what a test that passed has drawn is a picture of the right answer. */
function drawnIn(verdict: Verdict | undefined): Map<string, readonly Span[]> {
  const passed = verdict?.tests.filter(({ state }) => state === 'passed') ?? []
  const drawn = passed.flatMap((test) => test.drawn ?? [])
  return new Map(drawn.map(({ picture, spans }) => [picture, spans]))
}

const failuresIn = (verdict: Verdict | undefined): string[] => [
  ...(verdict ? verdict.errors.map(({ sentence }) => sentence) : ['There is no verdict.']),
  ...(verdict?.tests ?? [])
    .filter(({ state }) => state === 'failed')
    .map(({ title }) => `It fails the test "${title}".`),
]
