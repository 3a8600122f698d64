import type { TestCase, TestModule } from 'vitest/node'

import type { Drawn, Pictures } from '../harness/compare.ts'
import type { Printed } from './printed.ts'

/** What one test said of a submission. */
export interface TestVerdict {
  title: string
  state: 'passed' | 'failed' | 'skipped' | 'pending'
  /** Messages of the failures, as the learner reads them: the sentence, the pictures, the cause. */
  messages: string[]
  /** The pictures of a failed comparison, and the likely cause, once more as data. */
  pictures?: Pictures
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
  /** What kept the tests from running to their end, as sentences. */
  errors: string[]
  /** What the submission printed; a flood is cut off. */
  printed: string
}

/**
 * What the tests of one file said, so far: `module` is what was run under that file's absolute path
 * `id`, and `unhandled` holds the errors that belong to no test.
 */
export function verdictOf(
  file: string,
  id: string,
  module: TestModule | undefined,
  printed: Printed,
  unhandled: readonly unknown[] = [],
): Verdict {
  const tests = [...(module?.children.allTests() ?? [])].map((test) => testVerdictOf(test, printed))
  const errors = [
    ...(module?.errors() ?? []).map((error) => error.message),
    ...unhandled.map(lossOf).flatMap((loss) => (loss.file === id ? [loss.sentence] : [])),
  ]
  const solved =
    errors.length === 0 && tests.length > 0 && tests.every((test) => test.state === 'passed')
  return { file, solved, tests, errors, printed: printed.by(id, module) }
}

function testVerdictOf(test: TestCase, printed: Printed): TestVerdict {
  const result = test.result()
  const { pictures, drawn } = test.meta()
  const text = printed.in(test.id)
  return {
    title: test.name,
    state: result.state,
    messages: (result.errors ?? []).map((error) => error.message),
    ...(pictures ? { pictures } : {}),
    ...(drawn ? { drawn } : {}),
    ...(text === '' ? {} : { printed: text }),
    ms: Math.round(test.diagnostic()?.duration ?? 0),
  }
}

/** An error that belongs to no test any more; Vitest notes in which file it arose. */
function lossOf(error: unknown): { file: string | undefined; sentence: string } {
  const { message = String(error), VITEST_TEST_PATH: file } = error as {
    message?: string
    VITEST_TEST_PATH?: string
  }
  return {
    file,
    sentence: `After its test was over, an error came that nobody handled: ${message}`,
  }
}
