import { availableParallelism } from 'node:os'
import { resolve } from 'node:path'
import { Writable } from 'node:stream'
import { normalizePath } from 'vite'
import type { ProvidedContext } from 'vitest'
import { createVitest, type Vitest } from 'vitest/node'

import {
  candidateId,
  candidatesOf,
  moduleOf,
  type Candidates,
  type Submission,
} from './candidates.ts'
import { importedBy } from './loaded-modules.ts'
import { Printed } from './printed.ts'
import { submissions } from './submissions.ts'
import { verdictOf, type Verdict } from './verdict.ts'
import { harnessOptions } from './vitest-options.ts'

/** A Vitest that stays open, to run the same files again and again. */
export interface Runner {
  run(): Promise<Verdict[]>
  /** The end of what was written to the error output past the console. */
  lastWords(): string
  close(): Promise<void>
}

interface RunnerOptions {
  /** Of the tests only those whose titles match run. */
  titles?: RegExp
  /** Asks for the recordings behind the pictures, see `TestVerdict.drawn`. */
  spans?: boolean
  /** Processes that work side by side; as many as there are cores when left out. */
  workers?: number
  /** A process of its own for each file. */
  isolate?: boolean
}

/** Opens a Vitest that judges submissions. */
export const openRunner = (
  root: string,
  submitted: readonly Submission[],
  options: RunnerOptions = {},
): Promise<Runner> =>
  open(
    root,
    submitted.map((one) => ({
      file: one.file,
      id: candidateId(root, one),
      module: moduleOf(root, one.file, one.exercise.slug),
    })),
    {
      ...options,
      candidates: candidatesOf(root, submitted),
    },
  )

/**
 * Runs test files as they are; `files` are relative to `root`, or absolute. `provide` is what they
 * are told otherwise than a submission's tests.
 */
export async function runTests(
  root: string,
  files: readonly string[],
  provide: Partial<ProvidedContext> = {},
): Promise<Verdict[]> {
  const tests = files.map((file) => ({ file, id: normalizePath(resolve(root, file)) }))
  const runner = await open(root, tests, { candidates: new Map(), provide })
  return runner.run().finally(() => runner.close())
}

/** Something that runs as a test under the name `id`, for the sake of `file`. */
interface Judged {
  file: string
  id: string
  /** The name of the module of the submission. */
  module?: string
}

async function open(
  root: string,
  judged: readonly Judged[],
  {
    candidates,
    titles,
    spans = false,
    workers = availableParallelism(),
    isolate = false,
    provide = {},
  }: RunnerOptions & { candidates: Candidates; provide?: Partial<ProvidedContext> },
): Promise<Runner> {
  const printed = new Printed()
  const { stream: stderr, lastWords } = listener()
  const options = harnessOptions(root)
  const vitest = await createVitest(
    'test',
    {
      ...options,
      provide: { ...options.provide, spans, waitsForDebugger: false, ...provide },
      config: false,
      root,
      watch: false,
      reporters: [printed],
      include: judged.map(({ id }) => id),
      maxWorkers: workers,
      isolate,
      ...(titles ? { testNamePattern: titles } : {}),
    },
    { plugins: [submissions({ root, target: 'exercises', candidates })], logLevel: 'silent' },
    // What a submission writes past the console must not end up in ours.
    { stdout: listener().stream, stderr },
  )
  return {
    lastWords,
    run: () => verdictsOf(vitest, root, judged, printed),
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
  root: string,
  judged: readonly Judged[],
  printed: Printed,
): Promise<Verdict[]> {
  printed.forget()
  const project = vitest.getRootProject()
  const specifications = judged.map(({ id }) => project.createSpecification(id))
  const { testModules, unhandledErrors } = await vitest.runTestSpecifications(specifications)
  return judged.map(({ file, id, module: submission }) => {
    const module = testModules.find((candidate) => candidate.moduleId === id)
    const modules = submission === undefined ? [] : importedBy(vitest, root, submission)
    return verdictOf(file, id, module, { printed, unhandled: unhandledErrors, modules })
  })
}
