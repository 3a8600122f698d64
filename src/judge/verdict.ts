import type { TestCase, TestModule } from 'vitest/node'

import type { Drawn } from '../timeline/compare.ts'
import { textOf, type Failure } from '../harness/failure.ts'
import type { Printed } from './printed.ts'

/** What one test said of a submission. */
export interface TestVerdict {
  title: string
  state: 'passed' | 'failed' | 'skipped' | 'pending'
  /** Why it failed, as data; `textOf` makes a text of it. */
  failure?: Failure
  /** The recordings that were compared with pictures, if the bench was asked for them. */
  drawn?: Drawn[]
  /** What the submission printed in this test, each line with its second of the story. */
  printed?: string
  /** Real milliseconds. */
  ms: number
}

/** What the tests of an exercise say of one file. */
export interface Verdict {
  file: string
  solved: boolean
  tests: TestVerdict[]
  /** What kept the tests from running to their end. */
  errors: Failure[]
  /** What the learner should know of the file, whatever the verdict is: sentences. */
  notes: string[]
  /** What the submission printed; a flood is cut off. */
  printed: string
  /** Files that the submission imports, and on which the verdict depends as well; see `importedBy`. */
  modules: string[]
}

/** What is known of something that was run as a test, besides its tests. */
export interface Ran {
  printed: Printed
  /** Errors that belong to no test. */
  unhandled?: readonly unknown[]
  modules?: string[]
}

/**
 * What the tests of one file said, so far: `module` is what was run under the name `id`.
 */
export function verdictOf(
  file: string,
  id: string,
  module: TestModule | undefined,
  { printed, unhandled = [], modules = [] }: Ran,
): Verdict {
  const cases = [...(module?.children.allTests() ?? [])]
  const tests = cases.map((test) => testVerdictOf(test, printed))
  const errors = [
    ...(module?.errors() ?? []).map((error) => gaveUp(error.message)),
    ...unhandled.map(lossOf).flatMap((loss) => (loss.module === id ? [loss.failure] : [])),
  ]
  const solved =
    errors.length === 0 && tests.length > 0 && tests.every((test) => test.state === 'passed')
  const notes = [...new Set(cases.flatMap((test) => test.meta().note ?? []))]
  return { file, solved, tests, errors, notes, printed: printed.by(id, module), modules }
}

function testVerdictOf(test: TestCase, printed: Printed): TestVerdict {
  const { state, errors = [] } = test.result()
  const { failure = gaveUp(errors[0]?.message ?? ''), drawn } = test.meta()
  const text = printed.in(test.id)
  return {
    title: test.name,
    state,
    ...(state === 'failed' ? { failure } : {}),
    ...(drawn ? { drawn } : {}),
    ...(text === '' ? {} : { printed: text }),
    ms: Math.round(test.diagnostic()?.duration ?? 0),
  }
}

const gaveUp = (sentence: string): Failure => ({ kind: 'gave up', sentence })

/** An error that belongs to no test any more; Vitest notes in which file it arose. */
function lossOf(error: unknown): { module: string | undefined; failure: Failure } {
  const { message = String(error), VITEST_TEST_PATH: module } = error as {
    message?: string
    VITEST_TEST_PATH?: string
  }
  const sentence = `After its test was over, an error came that nobody handled: ${message}`
  return { module, failure: { kind: 'unhandled', sentence } }
}

/** The failures of a verdict, what kept the tests from their end before the others. */
export const failuresOf = ({ errors, tests }: Verdict): Failure[] => [
  ...errors,
  ...tests.flatMap(({ failure }) => failure ?? []),
]

/** What is wrong with the whole file, and not with what one test has seen. */
export const isAboutFile = ({ kind }: Failure): boolean => kind === 'load' || kind === 'unreadable'

/** All that a learner reads of the failures, as one text: the title of each test, and what it says. */
export const saidBy = ({ errors, tests }: Verdict): string =>
  [
    ...errors.map(textOf),
    ...tests.flatMap(({ title, failure }) => (failure ? [`${title}\n${textOf(failure)}`] : [])),
  ].join('\n\n')
