import { availableParallelism } from 'node:os'
import { resolve } from 'node:path'
import { normalizePath } from 'vite'
import type { ProvidedContext } from 'vitest'

import { candidateOf, candidatesOf, type Candidates, type Submission } from './candidates.ts'
import { ConsoleOutput } from './console-output.ts'
import { openVitest, tail } from './open-vitest.ts'
import { submissions } from './submissions.ts'
import { verdictOf, withCause, type Tested, type Verdict } from './verdict.ts'

/** A Vitest that stays open, to run the same files again and again. */
export interface Runner {
  run(): Promise<Verdict[]>
  close(): Promise<void>
}

interface RunnerOptions {
  /** Of the tests only those whose titles match run. */
  titles?: RegExp
  /** Asks for the recordings behind the pictures, see `TestVerdict.drawn`. */
  spans?: boolean
  /** Processes that work side by side; as many as there are cores when left out. */
  workers?: number | undefined
  /** A process of its own for each file. */
  isolate?: boolean
  /** What the tests are told otherwise than usual. */
  provide?: Partial<ProvidedContext>
}

/** Opens a Vitest that judges submissions. */
export const openRunner = (
  root: string,
  submitted: readonly Submission[],
  options?: RunnerOptions,
): Promise<Runner> =>
  open(
    root,
    submitted.map((one) => candidateOf(root, one)),
    candidatesOf(root, submitted),
    options,
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
  const runner = await open(root, tests, new Map(), { provide })
  return runner.run().finally(() => runner.close())
}

async function open(
  root: string,
  tested: readonly Tested[],
  candidates: Candidates,
  {
    titles,
    spans = false,
    workers = availableParallelism(),
    isolate = false,
    provide = {},
  }: RunnerOptions = {},
): Promise<Runner> {
  const output = new ConsoleOutput()
  const errors = tail()
  const vitest = await openVitest(
    root,
    submissions({ root, target: 'exercises', candidates }),
    {
      provide: { spans, waitsForDebugger: false, ...provide },
      reporters: [output],
      include: tested.map(({ id }) => id),
      maxWorkers: workers,
      isolate,
      ...(titles ? { testNamePattern: titles } : {}),
    },
    errors,
  )
  const project = vitest.getRootProject()
  return {
    async run() {
      output.forget()
      const specifications = tested.map(({ id }) => project.createSpecification(id))
      const ran = await vitest.runTestSpecifications(specifications)
      const verdicts = tested.map((one) => verdictOf(one, { ...ran, vitest, root, output }))
      // Of several processes nobody knows which of them has written it.
      const isAlone = isolate && tested.length === 1
      return isAlone ? verdicts.map((one) => withCause(one, errors.lastWords())) : verdicts
    },
    close: () => vitest.close(),
  }
}
