import { printed } from '../src/course/violation.ts'
import { tinyCourse, writeExercise, type TinyCourse } from '../src/testing/tiny-course.ts'
import type { Span } from '../src/timeline/span.ts'
import { assemble, openTools, type Assembled, type Recordings } from './assemble.ts'

export const LESSON = 'exercises/01-first/01-hello/README.md'
export const SOLUTION = 'solutions/01-first/01-hello/hello.ts'
export const MISCONCEPTIONS = 'handouts/pages/misconceptions.md'

/** For tests: a tiny course of two exercises, 1.1 hello and 1.2 again. */
export function tinyHandouts(): TinyCourse {
  const course = tinyCourse()
  writeExercise(course, '01-first', 2, 'again')
  return course
}

const WAITS: Span = { label: 'main', kind: 'call', start: 0, end: 3_000, how: 'resolved' }

/** What the tests of the tiny course would have drawn. */
export const RECORDED: Recordings = {
  spans: new Map(['hello', 'again'].map((slug) => [slug, new Map([['main  ==>', [WAITS]]])])),
  violations: [],
}

/** Loaded once for all tests. */
export const tools = openTools()

/** Assembles a tiny course. */
export const assembled = async (
  { root }: Pick<TinyCourse, 'root'>,
  recordings = RECORDED,
): Promise<Assembled> => assemble(root, recordings, await tools)

/** What the laws say of a tiny course, as the build prints it. */
export const violationsOf = async (
  course: Pick<TinyCourse, 'root'>,
  recordings = RECORDED,
): Promise<string[]> => printed((await assembled(course, recordings)).violations)

/** The text of one of the outputs. */
export function output({ outputs }: Assembled, name: string): string {
  const found = outputs.find((one) => one.name === name)
  if (!found) throw new Error(`There is no output called ${name}.`)
  return Buffer.from(found.content).toString('latin1')
}
