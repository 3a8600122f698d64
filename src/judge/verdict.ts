import type { TestCase, TestModule, Vitest } from 'vitest/node'

import type { Drawn } from '../timeline/compare.ts'
import { boundedText, textOf, type Failure } from '../harness/failure.ts'
import { memoryFailure } from '../harness/endless.ts'
import type { Candidate } from './candidates.ts'
import type { ConsoleOutput } from './console-output.ts'
import { importedBy } from './loaded-modules.ts'

/** What one test said of a submission. */
export interface TestVerdict {
  title: string
  state: 'passed' | 'failed' | 'skipped' | 'pending'
  /** Why it failed, as data; `textOf` makes a text of it. */
  failure?: Failure
  /** The recordings that were compared with pictures, if the runner was asked for them. */
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

/** Something that runs as a test under the name `id`, for the sake of `file`; see `Candidate`. */
export type Tested = Pick<Candidate, 'file' | 'id'> & Partial<Pick<Candidate, 'module'>>

/** What a run of tests has come to so far. */
interface Ran {
  vitest: Vitest
  root: string
  output: ConsoleOutput
  testModules: readonly TestModule[]
  /** Errors that belong to no test. */
  unhandledErrors?: readonly unknown[]
}

/** What the tests of one file said, so far. */
export function verdictOf(tested: Tested, ran: Ran): Verdict {
  const { file, id } = tested
  const { vitest, root, output, testModules, unhandledErrors = [] } = ran
  const module = testModules.find(({ moduleId }) => moduleId === id)
  const cases = [...(module?.children.allTests() ?? [])]
  const tests = cases.map((test) => testVerdictOf(test, output))
  const errors = [
    ...(module?.errors() ?? []).map((error) => gaveUp(error.message)),
    ...unhandledErrors.flatMap((error) => unhandledIn(id, error)),
  ]
  return {
    file,
    solved:
      errors.length === 0 && tests.length > 0 && tests.every(({ state }) => state === 'passed'),
    tests,
    errors,
    notes: [...new Set(cases.flatMap((test) => test.meta().note ?? []))],
    printed: output.by(id, module),
    modules: tested.module === undefined ? [] : importedBy(vitest, root, tested.module),
  }
}

function testVerdictOf(test: TestCase, output: ConsoleOutput): TestVerdict {
  const { state, errors = [] } = test.result()
  const { failure = gaveUp(errors[0]?.message ?? ''), drawn } = test.meta()
  const printed = output.in(test.id)
  return {
    title: test.name,
    state,
    ...(state === 'failed' ? { failure } : {}),
    ...(drawn ? { drawn } : {}),
    ...(printed === '' ? {} : { printed }),
    ms: Math.round(test.diagnostic()?.duration ?? 0),
  }
}

const gaveUp = (message: string): Failure => ({
  kind: 'gave up',
  sentence: boundedText(message),
})

/** An error that belongs to no test any more; Vitest notes in which file it arose. */
function unhandledIn(id: string, error: unknown): Failure[] {
  const { message = String(error), VITEST_TEST_PATH: path } = error as Record<string, string>
  const sentence = `After its test was over, an error came that nobody handled: ${boundedText(message)}`
  return path === id ? [{ kind: 'unhandled', sentence }] : []
}

/**
 * The verdict on a submission that was judged in a process of its own: where it has none, the
 * submission took the process along, and `lastWords`, the end of its error output, may say how.
 */
export function withCause(verdict: Verdict, lastWords: string): Verdict {
  if (!lacksEnd(verdict)) return verdict
  const error = memoryFailure(lastWords) ?? endsProcess(verdict.file)
  return { ...verdict, solved: false, errors: [error] }
}

/** Whether the tests did not get to their end. */
export const lacksEnd = ({ tests, errors }: Verdict): boolean =>
  errors.length === 0 && (tests.length === 0 || tests.some((test) => test.state === 'pending'))

const endsProcess = (file: string): Failure => ({
  kind: 'exit',
  sentence:
    `${file} ends the process in which it runs (by process.abort or process.kill), and the tests ` +
    'with it. Remove that.',
})

/** The failures of a verdict, what kept the tests from their end before the others. */
export const failuresOf = ({ errors, tests }: Verdict): Failure[] => [
  ...errors,
  ...tests.flatMap(({ failure }) => failure ?? []),
]

/**
 * The failure that is shown of several: what kept the tests from their end, since that explains what
 * they said until then, or the first of them; the others usually say the same once more.
 */
export const shownFailure = (verdict: Verdict): Failure | undefined => failuresOf(verdict)[0]

/** What is wrong with the whole file, and not with what one test has seen. */
export const isAboutFile = ({ kind }: Failure): boolean => kind === 'load' || kind === 'unreadable'

/** All that a learner reads of the failures, as one text: the title of each test, and what it says. */
export const saidBy = ({ errors, tests }: Verdict): string =>
  [
    ...errors.map(textOf),
    ...tests.flatMap(({ title, failure }) => (failure ? [`${title}\n${textOf(failure)}`] : [])),
  ].join('\n\n')
