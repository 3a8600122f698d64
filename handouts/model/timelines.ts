import { readCourse, type Exercise } from '../../src/course/catalog.ts'
import { openRunner } from '../../src/judge/runner.ts'
import type { Verdict } from '../../src/judge/verdict.ts'
import type { Span } from '../../src/timeline/span.ts'

/** What was recorded when the tests ran on the reference solutions. */
export interface Recordings {
  /** For each exercise, by its slug, the spans behind each picture. */
  spans: ReadonlyMap<string, ReadonlyMap<string, readonly Span[]>>
  /** Tests that the reference solution fails. */
  failures: readonly { exercise: Exercise; sentence: string }[]
}

/** The test on the wall clock draws nothing, and takes its time. */
const ON_THE_STORY_CLOCK = /^(?!holds on the wall clock)/

/** Runs the tests of all exercises on the reference solutions and keeps what they drew. */
export async function recordTimelines(root: string): Promise<Recordings> {
  const course = readCourse(root)
  const submitted = course.map((exercise) => ({ file: exercise.solution, exercise }))
  if (submitted.length === 0) return { spans: new Map(), failures: [] }
  const runner = await openRunner(root, submitted, { spans: true, titles: ON_THE_STORY_CLOCK })
  const verdicts = await runner.run().finally(() => runner.close())
  const judged = course.map((exercise, index) => ({ exercise, verdict: verdicts[index] }))
  return {
    spans: new Map(judged.map(({ exercise, verdict }) => [exercise.slug, drawnIn(verdict)])),
    failures: judged.flatMap(({ exercise, verdict }) =>
      failuresIn(verdict).map((sentence) => ({ exercise, sentence })),
    ),
  }
}

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
