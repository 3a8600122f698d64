import { join } from 'node:path'
import { normalizePath } from 'vite'
import type { Reporter, TestCase, TestModule, Vitest } from 'vitest/node'

import { RIGHT_SO_FAR } from '../harness/right-so-far.ts'
import { candidateOf, type Candidate } from './candidates.ts'
import type { Exercise } from '../course/catalog.ts'
import { ConsoleOutput } from './console-output.ts'
import { KillableForks } from './killable-forks.ts'
import { loadedFiles } from './loaded-modules.ts'
import { openVitest, tail } from './open-vitest.ts'
import { Stamps } from './stamps.ts'
import { submissions } from './submissions.ts'
import { PACKAGES } from './verdict-cache.ts'
import { verdictOf, withCause, type Verdict } from './verdict.ts'

/** A run of the tests that stands still where the submission is to be read. */
interface Run {
  vitest: Vitest
  candidate: Candidate
  /** What it waits for: a text as the submission, or undefined for what the file holds. */
  source: Deferred<string | undefined>
  released: boolean
  /** Resolves once it stands still, and all that a verdict needs is loaded. */
  ready: Deferred<undefined>
  /** The tests are through; its process is about to end. */
  ended: boolean
  over: Promise<Verdict>
  /** Told that all is right in virtual time. */
  onVirtual: (module: TestModule) => void
}

/**
 * Judges the learner's own files, one at a time, as fast as it can be done: the tests of the
 * exercise at hand are started before there is anything to judge, in a process of their own, and
 * wait for the moment at which the file is to be read. What comes after a save is little more than
 * the tests themselves. Each verdict has a fresh process, so nothing is left over from the last.
 */
export class StandbyJudge {
  readonly #root: string
  readonly #forks = new KillableForks()
  readonly #output = new ConsoleOutput()
  readonly #errors = tail()
  readonly #candidates = new Map<string, Candidate>()
  readonly #stamps = new Stamps()
  #vitest: Vitest | undefined
  #run: Run | undefined
  #queue = Promise.resolve()
  #latest = 0

  constructor(root: string) {
    this.#root = root
  }

  /** Makes the next verdict on this exercise quick. */
  prepare(exercise: Exercise): Promise<void> {
    return this.#inTurn(async () => {
      const run = this.#run
      const isReady = run && !run.released && run.candidate.exercise.path === exercise.path
      if (isReady && !this.#stamps.haveChanged()) return
      await this.#abandon()
      await this.#start(candidateOf(this.#root, { file: exercise.stub, exercise }))
    })
  }

  /**
   * Judges what the learner's file holds: `source`, as the caller has read it, so that the verdict is
   * on that and on nothing else, whatever is saved meanwhile; undefined when it cannot be read.
   * `onVirtual` is told when all is right in virtual time and the wall clock is asked next. Resolves
   * to nothing when another call has come meanwhile.
   */
  async judge(
    exercise: Exercise,
    source: string | undefined,
    onVirtual: (verdict: Verdict) => void = () => undefined,
  ): Promise<Verdict | undefined> {
    const turn = ++this.#latest
    await this.prepare(exercise)
    const run = this.#run
    if (turn !== this.#latest || !run) return undefined
    run.onVirtual = (module) => {
      if (turn === this.#latest) onVirtual(this.#verdictOn(run, [module]))
    }
    await run.ready.promise
    if (turn !== this.#latest) return undefined
    run.released = true
    run.source.resolve(source)
    const verdict = await run.over
    return turn === this.#latest ? verdict : undefined
  }

  async close(): Promise<void> {
    this.#latest += 1
    await this.#inTurn(async () => {
      await this.#abandon()
      await this.#vitest?.close()
    })
  }

  /** Vitest does one thing at a time: what is asked for meanwhile waits. */
  #inTurn(action: () => Promise<void>): Promise<void> {
    const done = this.#queue.then(action)
    this.#queue = done.catch(() => undefined)
    return done
  }

  async #start(candidate: Candidate): Promise<void> {
    const vitest = (this.#vitest ??= await this.#open())
    this.#candidates.set(candidate.id, candidate)
    for (const file of this.#stamps.take(this.#watched(vitest, candidate))) {
      vitest.invalidateFile(file)
    }
    // What stands for it may be another text, even if the file is the same.
    vitest.invalidateFile(candidate.module)
    this.#output.forget()
    this.#errors.forget()
    const over = this.#verdictIn(vitest, candidate)
    const [source, ready] = [deferred<string | undefined>(), deferred<undefined>()]
    const onVirtual = () => undefined
    this.#run = {
      vitest,
      candidate,
      source,
      ready,
      released: false,
      ended: false,
      over,
      onVirtual,
    }
    void ready.promise.then(() => this.#stamps.add(this.#watched(vitest, candidate)))
    // A run that ends before it has come so far waits for nobody.
    void over.catch(() => undefined).then(() => ready.resolve(undefined))
  }

  async #verdictIn(vitest: Vitest, candidate: Candidate): Promise<Verdict> {
    const specification = vitest.getRootProject().createSpecification(candidate.id)
    const { testModules, unhandledErrors } = await vitest.runTestSpecifications([specification])
    const verdict = this.#verdictOn({ vitest, candidate }, testModules, unhandledErrors)
    return withCause(verdict, this.#errors.lastWords())
  }

  #verdictOn(
    { vitest, candidate }: Pick<Run, 'vitest' | 'candidate'>,
    testModules: readonly TestModule[],
    unhandledErrors: readonly unknown[] = [],
  ): Verdict {
    const [root, output] = [this.#root, this.#output]
    return verdictOf(candidate, { vitest, root, output, testModules, unhandledErrors })
  }

  /** Ends the run at hand, whatever it is doing. */
  async #abandon(): Promise<void> {
    const run = this.#run
    if (!run) return
    // Vitest waits a minute for a process that is ended while it starts or stops by itself.
    await run.ready.promise
    if (!run.ended) this.#forks.kill()
    run.source.resolve(undefined)
    await run.over.catch(() => undefined)
    this.#run = undefined
  }

  /** Files whose change makes what stands ready a thing of the past; the stub comes with the question. */
  #watched(vitest: Vitest, { exercise, module }: Candidate): string[] {
    const others = [exercise.test, exercise.solution, ...PACKAGES].map((file) =>
      normalizePath(join(this.#root, file)),
    )
    return [...loadedFiles(vitest), ...others].filter((file) => file !== module)
  }

  #open(): Promise<Vitest> {
    const reporter: Reporter = {
      onTestCaseAnnotate: ({ module }: TestCase, { type }: { type: string }) => {
        if (type === RIGHT_SO_FAR) this.#run?.onVirtual(module)
      },
      onTestModuleEnd: () => {
        if (this.#run) this.#run.ended = true
      },
    }
    const plugin = submissions({
      root: this.#root,
      target: 'exercises',
      candidates: this.#candidates,
      sourceOfSubmission: async () => {
        this.#run?.ready.resolve(undefined)
        return this.#run?.source.promise
      },
    })
    const options = {
      provide: { announces: true },
      pool: this.#forks.pool,
      reporters: [this.#output, reporter],
      include: ['test/**/*.test.ts'],
      maxWorkers: 1,
      fileParallelism: false,
    }
    return openVitest(this.#root, plugin, options, this.#errors)
  }
}

type Deferred<T> = ReturnType<typeof deferred<T>>

/** A promise, and what resolves it. */
function deferred<T>() {
  let resolve: (value: T) => void = () => undefined
  const promise = new Promise<T>((settle) => (resolve = settle))
  return { promise, resolve }
}
