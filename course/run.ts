import { resolve } from 'node:path'
import { normalizePath } from 'vite'
import { createVitest, type TestModule, type Vitest } from 'vitest/node'

import type { Exercise } from './catalog.ts'
import { submissions } from './submissions.ts'
import { harnessOptions } from './vitest-options.ts'

/** What one test said of a submission. */
export interface TestVerdict {
  title: string
  state: 'passed' | 'failed' | 'skipped' | 'pending'
  /** Messages of the failures, as the learner reads them. */
  messages: string[]
}

/** What the tests of an exercise say of one file. */
export interface Verdict {
  file: string
  solved: boolean
  tests: TestVerdict[]
  /** What kept the tests from running at all. */
  errors: string[]
}

/** A file, and the exercise whose tests shall judge it. */
export interface Submission {
  /** Relative to the repository, or absolute. */
  file: string
  exercise: Exercise
}

/**
 * Judges submissions by the tests of their exercises: stubs, solutions, mistakes, accepted answers,
 * or files from anywhere. All of them share one Vitest. The verdicts come in the order of the
 * submissions; the same file cannot be judged twice in one go.
 */
export function judge(root: string, submitted: readonly Submission[]): Promise<Verdict[]> {
  const files = submitted.map(({ file }) => file)
  return runTests(root, files, candidatesOf(root, submitted))
}

/** What the resolver must know of submissions: their absolute paths, and their exercises. */
export const candidatesOf = (
  root: string,
  submitted: readonly Submission[],
): Map<string, Exercise> =>
  new Map(submitted.map(({ file, exercise }) => [normalizePath(resolve(root, file)), exercise]))

/** Runs test files, and candidates as if they were some; `files` are relative to `root`, or absolute. */
export async function runTests(
  root: string,
  files: readonly string[],
  candidates: ReadonlyMap<string, Exercise> = new Map(),
): Promise<Verdict[]> {
  const bench = await openBench(root, files, candidates)
  try {
    return await bench.run()
  } finally {
    await bench.close()
  }
}

/** A Vitest that stays open, to run the same files again and again. */
export interface Bench {
  run(): Promise<Verdict[]>
  close(): Promise<void>
}

/** Opens a bench; of the tests only those whose titles match `titles` run. */
export async function openBench(
  root: string,
  files: readonly string[],
  candidates: ReadonlyMap<string, Exercise> = new Map(),
  titles?: RegExp,
): Promise<Bench> {
  const ids = files.map((file) => normalizePath(resolve(root, file)))
  const vitest = await createVitest(
    'test',
    {
      ...harnessOptions(root, 'all'),
      config: false,
      root,
      watch: false,
      reporters: [{}],
      include: ids,
      ...(titles ? { testNamePattern: titles } : {}),
    },
    { plugins: [submissions({ root, target: 'exercises', candidates })], logLevel: 'silent' },
  )
  return {
    run: () => verdictsOf(vitest, ids, files),
    close: () => vitest.close(),
  }
}

async function verdictsOf(
  vitest: Vitest,
  ids: readonly string[],
  files: readonly string[],
): Promise<Verdict[]> {
  const project = vitest.getRootProject()
  const specifications = ids.map((id) => project.createSpecification(id))
  const { testModules, unhandledErrors } = await vitest.runTestSpecifications(specifications)
  if (unhandledErrors.length > 0) throw unhandledErrors[0]
  return ids.map((id, index) => {
    const module = testModules.find((candidate) => candidate.moduleId === id)
    return verdictOf(files[index] ?? id, module)
  })
}

function verdictOf(file: string, module: TestModule | undefined): Verdict {
  const tests = [...(module?.children.allTests() ?? [])].map((test): TestVerdict => {
    const result = test.result()
    return {
      title: test.name,
      state: result.state,
      messages: (result.errors ?? []).map((error) => error.message),
    }
  })
  const errors = (module?.errors() ?? []).map((error) => error.message)
  return {
    file,
    tests,
    errors,
    solved:
      errors.length === 0 && tests.length > 0 && tests.every((test) => test.state === 'passed'),
  }
}
