import { join } from 'node:path'
import { normalizePath } from 'vite'
import { createVitest, type TestModule, type Vitest } from 'vitest/node'

import { exerciseOf, readCourse, type Exercise } from './catalog.ts'
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

/**
 * Judges files by the tests of the exercises to which they belong: stubs, solutions, mistakes and
 * accepted answers alike. All of them share one Vitest. `files` are relative to `root`.
 */
export async function judgeFiles(root: string, files: readonly string[]): Promise<Verdict[]> {
  const course = readCourse(root)
  const candidates = new Map<string, Exercise>()
  for (const file of files) {
    const exercise = exerciseOf(course, root, join(root, file))
    if (!exercise) throw new Error(`${file} belongs to no exercise.`)
    candidates.set(normalizePath(join(root, file)), exercise)
  }

  const vitest = await createVitest(
    'test',
    {
      ...harnessOptions(root, 'all'),
      config: false,
      root,
      watch: false,
      reporters: [{}],
      include: [...candidates.keys()],
    },
    { plugins: [submissions({ root, target: 'exercises', candidates })], logLevel: 'silent' },
  )
  try {
    return await verdictsOf(
      vitest,
      files.map((file) => normalizePath(join(root, file))),
      files,
    )
  } finally {
    await vitest.close()
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
