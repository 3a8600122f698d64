import picocolors from 'picocolors'

import type { Failure } from '../harness/failure.ts'
import type { Exercise } from '../course/catalog.ts'
import { parseLesson } from '../course/lesson.ts'
import type { TestVerdict, Verdict } from '../judge/verdict.ts'
import { sessionAt, type Entry, type Judged, type Session, type Status } from '../learn/session.ts'
import type { Keypress } from '../learn/terminal.ts'
import type { Canvas } from '../learn/text.ts'

/** An exercise of chapter 6, as the catalog would read it. */
function exercise(place: number, slug: string): Exercise {
  const path = `06-coordination/0${place}-${slug}`
  return {
    slug,
    path,
    number: `6.${place}`,
    stub: `exercises/${path}/${slug}.ts`,
    solution: `solutions/${path}/${slug}.ts`,
    test: `test/${path}/${slug}.test.ts`,
  }
}

/** `limit`, `mutex`, `gate`: as many entries as statuses are given. */
export const entriesThat = (...statuses: Status[]): Entry[] =>
  statuses.map((status, index) => {
    const slug = ['limit', 'mutex', 'gate', 'queue'][index] ?? `another-${index}`
    const title = `6.${index + 1} ${slug.charAt(0).toUpperCase()}${slug.slice(1)}`
    return { exercise: exercise(index + 1, slug), title, chapter: 'Chapter 6: Together', status }
  })

const LESSON = `# 6.1 Limit

## Hints

<details>
<summary>Hint 1</summary>

Count who is
in flight with \`active\`.

</details>

<details>
<summary>Hint 2</summary>

Let the others wait in a line.

</details>
`

/** A session with three exercises, none of them started, and `limit` open. */
export const session = (change: Partial<Session> = {}): Session => ({
  ...sessionAt(entriesThat('not started', 'not started', 'not started'), 'limit'),
  lesson: parseLesson(LESSON),
  ...change,
})

export const testThat = (
  state: TestVerdict['state'],
  title: string,
  failure?: Failure | string,
): TestVerdict => ({
  title,
  state,
  ...(failure === undefined ? {} : { failure: asFailure(failure) }),
  ms: 1,
})

const asFailure = (failure: Failure | string): Failure =>
  typeof failure === 'string' ? { kind: 'value', sentence: failure } : failure

export const verdict = (...tests: TestVerdict[]): Verdict => ({
  file: exercise(1, 'limit').stub,
  solved: tests.every(({ state }) => state === 'passed'),
  tests,
  errors: [],
  notes: [],
  modules: [],
  printed: '',
})

/** What stands on the screen after a verdict. */
export const judged = (verdict: Verdict, change: Partial<Judged> = {}): Judged => ({
  verdict,
  confirming: false,
  holdsTodo: false,
  beliefs: [],
  ...change,
})

export const SOLVED = judged(verdict(testThat('passed', 'never more than two at the stove')))

/** A failure that shows two pictures. */
export const PICTURES: Failure = {
  kind: 'picture',
  sentence: 'serve ended at second 0 while two jobs were still running.',
  pictures: {
    expected: 'serve    =====>\norder 3  ==>',
    yours: 'serve    |\norder 3  ==>',
    margin: 9,
    last: 6,
  },
  cause: 'the jobs were started, but nobody awaited them.',
}

export const RED = judged(
  verdict(
    testThat('failed', 'never more than two at the stove', PICTURES),
    testThat('failed', 'answers in the order of the calls', 'expected [1] to equal [2]'),
    testThat('passed', 'runs a single job'),
    testThat('skipped', 'holds on the wall clock, too'),
  ),
)

/** A canvas without colours and links. */
export const canvas = (columns = 80, rows: number | undefined = 24): Canvas => ({
  columns,
  rows,
  paint: picocolors.createColors(false),
  link: (text) => text,
})

/** A key by the text that it types, or by its name. */
export const key = (text: string, ctrl = false): Keypress =>
  text.length === 1 ? { name: text, text, ctrl } : { name: text, text: '', ctrl }
