import { join } from 'node:path'
import { normalizePath } from 'vite'
import {
  createVitest,
  type Reporter,
  type TestCase,
  type TestModule,
  type Vitest,
} from 'vitest/node'

import { RIGHT_SO_FAR } from '../harness/right-so-far.ts'
import { candidateId, type Submission } from './candidates.ts'
import type { Exercise } from '../course/catalog.ts'
import { withCause } from './judging.ts'
import { importedBy, loadedFiles } from './loaded-modules.ts'
import { Printed } from './printed.ts'
import { listener } from './vitest-runs.ts'
import { submissions } from './submissions.ts'
import { verdictOf, type Verdict } from './verdict.ts'
import { harnessOptions } from './vitest-options.ts'
import { KillableForks } from './killable-forks.ts'
import { Stamps } from './stamps.ts'

/** A run of the tests that stands still where the submission is to be read. */
interface Run {
  exercise: Exercise
  /** Lets it go on, with this text as the submission, or with what the file holds. */
  release: (source?: string) => void
  released: boolean
  /** The tests are through; its process is about to end. */
  ended: boolean
  /** Resolves once it stands still, and all that a verdict needs is loaded. */
  parked: Promise<void>
  over: Promise<Verdict>
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
  readonly #printed = new Printed()
  readonly #errors = listener()
  readonly #candidates = new Map<string, Submission>()
  #vitest: Vitest | undefined
  #run: Run | undefined
  #queue = Promise.resolve()
  #latest = 0
  #whenParked: () => void = () => undefined
  #gate: Promise<string | undefined> = Promise.resolve(undefined)
  readonly #stamps = new Stamps()
  #rightSoFar: (module: TestModule) => void = () => undefined

  constructor(root: string) {
    this.#root = root
  }

  /** Makes the next verdict on this exercise quick. */
  prepare(exercise: Exercise): Promise<void> {
    return this.#inTurn(async () => {
      const run = this.#run
      const isReady = run && !run.released && run.exercise.path === exercise.path
      if (isReady && !this.#stamps.haveChanged()) return
      await this.#abandon()
      await this.#park(exercise)
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
    this.#rightSoFar = (module) => {
      if (turn === this.#latest) onVirtual(this.#verdictOn(exercise, module))
    }
    await run.parked
    if (turn !== this.#latest) return undefined
    run.released = true
    run.release(source)
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

  async #park(exercise: Exercise): Promise<void> {
    const vitest = (this.#vitest ??= await this.#open())
    const id = this.#idOf(exercise)
    this.#candidates.set(id, { exercise, file: exercise.stub })
    for (const file of this.#stamps.take(this.#watched(vitest, exercise))) {
      vitest.invalidateFile(file)
    }
    // What stands for it may be another text, even if the file is the same.
    vitest.invalidateFile(normalizePath(join(this.#root, exercise.stub)))
    this.#printed.forget()
    this.#errors.forget()
    let release: Run['release'] = () => undefined
    this.#gate = new Promise((resolve) => (release = resolve))
    const parked = new Promise<void>((resolve) => (this.#whenParked = resolve))
    const specification = vitest.getRootProject().createSpecification(id)
    const over = vitest
      .runTestSpecifications([specification])
      .then(({ testModules, unhandledErrors }) =>
        withCause(
          this.#verdictOn(
            exercise,
            testModules.find(({ moduleId }) => moduleId === id),
            unhandledErrors,
          ),
          this.#errors.lastWords(),
        ),
      )
    void parked.then(() => this.#stamps.add(this.#watched(vitest, exercise)))
    // A run that ends before it has come so far waits for nobody.
    void over.then(this.#whenParked, this.#whenParked)
    this.#run = { exercise, release, released: false, ended: false, parked, over }
  }

  /** Ends the run at hand, whatever it is doing. */
  async #abandon(): Promise<void> {
    const run = this.#run
    if (!run) return
    // Vitest waits a minute for a process that is ended while it starts or stops by itself.
    await run.parked
    if (!run.ended) this.#forks.kill()
    run.release()
    await run.over.catch(() => undefined)
    this.#run = undefined
  }

  #verdictOn(
    exercise: Exercise,
    module: TestModule | undefined,
    unhandled: readonly unknown[] = [],
  ): Verdict {
    const stub = normalizePath(join(this.#root, exercise.stub))
    const modules = this.#vitest ? importedBy(this.#vitest, this.#root, stub) : []
    const printed = this.#printed
    return verdictOf(exercise.stub, this.#idOf(exercise), module, { printed, unhandled, modules })
  }

  /** Files whose change makes what stands ready a thing of the past; the stub comes with the question. */
  #watched(vitest: Vitest, { test, solution, stub }: Exercise): string[] {
    const [asked, ...others] = [stub, test, solution].map((file) =>
      normalizePath(join(this.#root, file)),
    )
    return [...loadedFiles(vitest), ...others].filter((file) => file !== asked)
  }

  readonly #idOf = (exercise: Exercise): string =>
    candidateId(this.#root, { exercise, file: exercise.stub })

  async #open(): Promise<Vitest> {
    const options = harnessOptions(this.#root)
    const reporter: Reporter = {
      onTestCaseAnnotate: ({ module }: TestCase, { type }: { type: string }) => {
        if (type === RIGHT_SO_FAR) this.#rightSoFar(module)
      },
      onTestModuleEnd: () => {
        if (this.#run) this.#run.ended = true
      },
    }
    const plugin = submissions({
      root: this.#root,
      target: 'exercises',
      candidates: this.#candidates,
      sourceOfSubmission: () => {
        this.#whenParked()
        return this.#gate
      },
    })
    return createVitest(
      'test',
      {
        ...options,
        provide: { ...options.provide, announces: true },
        config: false,
        root: this.#root,
        watch: false,
        cache: false,
        pool: this.#forks.pool,
        reporters: [this.#printed, reporter],
        include: ['test/**/*.test.ts'],
        maxWorkers: 1,
        fileParallelism: false,
      },
      { plugins: [plugin], logLevel: 'silent' },
      { stdout: listener().stream, stderr: this.#errors.stream },
    )
  }
}
