import { availableParallelism } from 'node:os'
import { resolve } from 'node:path'
import { Writable } from 'node:stream'
import { normalizePath } from 'vite'
import { createVitest, type Vitest } from 'vitest/node'

import type { Exercise } from './catalog.ts'
import { Printed } from './printed.ts'
import { submissions } from './submissions.ts'
import { verdictOf, type Verdict } from './verdict.ts'
import { harnessOptions } from './vitest-options.ts'

/** A file, and the exercise whose tests shall judge it. */
export interface Submission {
  /** Relative to the repository, or absolute. */
  file: string
  exercise: Exercise
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

/** A stream that keeps the last of what is written to it, and throws the rest away. */
export function listener() {
  let kept = ''
  const stream = new Writable({
    write(chunk, _encoding, done) {
      kept = (kept + String(chunk)).slice(-KEPT)
      done()
    },
  })
  return { stream, lastWords: () => kept, forget: () => void (kept = '') }
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
  return ids.map((id, index) => {
    const module = testModules.find((candidate) => candidate.moduleId === id)
    return verdictOf(files[index] ?? id, id, module, printed, unhandledErrors)
  })
}
