import { availableParallelism } from 'node:os'
import { resolve } from 'node:path'
import { Writable } from 'node:stream'
import { normalizePath } from 'vite'
import { createVitest, type TestCase, type Vitest } from 'vitest/node'

import type { Drawn, Pictures } from '../harness/compare.ts'
import type { Exercise } from './catalog.ts'
import { Printed } from './printed.ts'
import { submissions } from './submissions.ts'
import { harnessOptions } from './vitest-options.ts'

/** A file, and the exercise whose tests shall judge it. */
export interface Submission {
  /** Relative to the repository, or absolute. */
  file: string
  exercise: Exercise
}

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

/** A Vitest that stays open, to run the same files again and again. */
export interface Bench {
  run(): Promise<Verdict[]>
  /** The end of what was written to the error output past the console. */
  lastWords(): string
  close(): Promise<void>
}

/** Runs test files; `files` are relative to `root`, or absolute. */
export async function runTests(root: string, files: readonly string[]): Promise<Verdict[]> {
  const bench = await openBench(root, files)
  return bench.run().finally(() => bench.close())
}

interface BenchOptions {
  /** Files to be judged as if they were tests, see `submissions.ts`. */
  candidates?: ReadonlyMap<string, Exercise>
  /** Of the tests only those whose titles match run. */
  titles?: RegExp
  /** Asks for the recordings behind the pictures, see `TestVerdict.drawn`. */
  spans?: boolean
  /** Processes that work side by side; as many as there are cores when left out. */
  workers?: number
}

/** Opens a Vitest for test files; `files` are relative to `root`, or absolute. */
export async function openBench(
  root: string,
  files: readonly string[],
  {
    candidates = new Map(),
    titles,
    spans = false,
    workers = availableParallelism(),
  }: BenchOptions = {},
): Promise<Bench> {
  const ids = files.map((file) => normalizePath(resolve(root, file)))
  const printed = new Printed()
  const { stream: stderr, lastWords } = listener()
  const options = harnessOptions(root, 'all')
  const vitest = await createVitest(
    'test',
    {
      ...options,
      provide: { ...options.provide, spans },
      config: false,
      root,
      watch: false,
      reporters: [printed],
      include: ids,
      maxWorkers: workers,
      ...(titles ? { testNamePattern: titles } : {}),
    },
    { plugins: [submissions({ root, target: 'exercises', candidates })], logLevel: 'silent' },
    // What a submission writes past the console must not end up in ours.
    { stdout: listener().stream, stderr },
  )
  return {
    lastWords,
    run: () => verdictsOf(vitest, ids, files, printed),
    close: () => vitest.close(),
  }
}

/** Keeps the last of what is written, and throws the rest away. */
function listener() {
  let kept = ''
  const stream = new Writable({
    write(chunk, _encoding, done) {
      kept = (kept + String(chunk)).slice(-KEPT)
      done()
    },
  })
  return { stream, lastWords: () => kept }
}

/** Characters of the error output that are kept. */
const KEPT = 4_000

async function verdictsOf(
  vitest: Vitest,
  ids: readonly string[],
  files: readonly string[],
  printed: Printed,
): Promise<Verdict[]> {
  printed.forget()
  const project = vitest.getRootProject()
  const specifications = ids.map((id) => project.createSpecification(id))
  const { testModules, unhandledErrors } = await vitest.runTestSpecifications(specifications)
  const losses = unhandledErrors.map((error) => lossOf(error))
  return ids.map((id, index) => {
    const module = testModules.find((candidate) => candidate.moduleId === id)
    const tests = [...(module?.children.allTests() ?? [])].map(testVerdictOf)
    const errors = [
      ...(module?.errors() ?? []).map((error) => error.message),
      ...losses.filter((loss) => loss.file === id).map((loss) => loss.sentence),
    ]
    const solved =
      errors.length === 0 && tests.length > 0 && tests.every((test) => test.state === 'passed')
    return { file: files[index] ?? id, solved, tests, errors, printed: printed.by(id) }
  })
}

function testVerdictOf(test: TestCase): TestVerdict {
  const result = test.result()
  const { pictures, drawn } = test.meta()
  return {
    title: test.name,
    state: result.state,
    messages: (result.errors ?? []).map((error) => error.message),
    ...(pictures ? { pictures } : {}),
    ...(drawn ? { drawn } : {}),
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
