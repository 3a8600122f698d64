import { tinyCourse, writeExercise, type TinyCourse } from '../src/testing/tiny-course.ts'
import type { Span } from '../src/timeline/span.ts'
import { assembleFrom, openTools, type Assembled } from './assemble.ts'
import { printed } from './complaint.ts'
import type { Recordings } from './model/timelines.ts'

export const LESSON = 'exercises/01-first/01-hello/README.md'
export const SOLUTION = 'solutions/01-first/01-hello/hello.ts'
export const NOTES = 'solutions/01-first/01-hello/README.md'
export const CHAPTER = 'exercises/01-first/README.md'
export const PLAN = 'handouts/pages/plan.md'
export const MISCONCEPTIONS = 'handouts/pages/misconceptions.md'

/** For tests: a tiny course of two exercises, 1.1 hello and 1.2 again, with its three pages. */
export function tinyHandouts(): TinyCourse {
  const course = tinyCourse()
  writeExercise(course.write, '01-first', 2, 'again')
  course.write(
    PLAN,
    '# The plan\n\n| Minutes | What | Exercise |\n| - | - | - |\n| 15 | Go | `hello` |\n',
  )
  course.write('handouts/pages/cheat-sheet.md', '# The cheat sheet\n\nShort.\n')
  course.write(
    MISCONCEPTIONS,
    '# The poster\n\n| You think | Exercises |\n| - | - |\n| "A" | `hello`, `later` |\n| "B" | `later` |\n',
  )
  return course
}

const WAITS: Span = { label: 'main', kind: 'call', start: 0, end: 3_000, how: 'resolved' }

/** What the tests of the tiny course would have drawn. */
export const RECORDED: Recordings = {
  spans: new Map(['hello', 'again'].map((slug) => [slug, new Map([['main  ==>', [WAITS]]])])),
  failures: [],
}

/** Loaded once for all tests. */
export const tools = openTools()

/** Assembles a tiny course. */
export const assembled = async (
  { root }: Pick<TinyCourse, 'root'>,
  recordings = RECORDED,
): Promise<Assembled> => assembleFrom(root, recordings, await tools)

/** What the laws say of a tiny course, as the build prints it. */
export const complaintsOf = async (
  course: Pick<TinyCourse, 'root'>,
  recordings = RECORDED,
): Promise<string[]> => printed((await assembled(course, recordings)).complaints)

/** The text of one of the outputs. */
export function output({ outputs }: Assembled, name: string): string {
  const found = outputs.find((one) => one.name === name)
  if (!found) throw new Error(`There is no output called ${name}.`)
  return Buffer.from(found.content).toString('latin1')
}
