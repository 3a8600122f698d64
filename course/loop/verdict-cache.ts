import { createHash } from 'node:crypto'
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  writeFileSync,
} from 'node:fs'
import { join, resolve } from 'node:path'

import { companionsOf, type Exercise } from '../catalog.ts'
import type { Verdict } from '../verdict.ts'

/** What a verdict depends on besides the exercise and the submission. */
const JUDGE = ['course/run.ts', 'course/verdict.ts', 'course/judging.ts', 'course/submissions.ts']

/**
 * Verdicts by the content of everything they depend on: the submission, the tests, the reference
 * solution, the judge, and Node. So a verdict from here is one on the files as they are, and nothing
 * has to be remembered about a learner. Two loops may use one folder at once.
 */
export class VerdictCache {
  readonly #root: string
  readonly #folder: string
  #judge: string | undefined

  constructor(root: string) {
    this.#root = root
    this.#folder = join(root, '.cache', 'verdicts')
  }

  /** The name of what would be said of a file; undefined when it cannot be read. */
  keyOf(exercise: Exercise, file: string): string | undefined {
    try {
      return this.keyOfText(exercise, file, readFileSync(resolve(this.#root, file), 'utf8'))
    } catch {
      return undefined
    }
  }

  /** The same for a text that this file holds, or has held. */
  keyOfText(exercise: Exercise, file: string, text: string): string | undefined {
    try {
      const hash = createHash('sha256').update((this.#judge ??= this.#judgeDigest()))
      const beside = file === exercise.stub ? companionsOf(this.#root, exercise) : []
      for (const path of [exercise.test, exercise.solution, ...beside]) {
        hash.update(`\0${path}\0`).update(readFileSync(resolve(this.#root, path)))
      }
      // Its name is part of what the tests say.
      return hash.update(`\0${file}\0`).update(text).digest('hex')
    } catch {
      return undefined
    }
  }

  get(key: string | undefined): Verdict | undefined {
    if (key === undefined) return undefined
    try {
      return JSON.parse(readFileSync(this.#pathOf(key), 'utf8')) as Verdict
    } catch {
      return undefined
    }
  }

  /** Keeps a verdict. That it cannot be kept (a full disk, a folder without rights) costs only time. */
  put(key: string | undefined, verdict: Verdict): void {
    if (key === undefined) return
    try {
      mkdirSync(this.#folder, { recursive: true })
      // Written aside and renamed: whoever reads meanwhile finds all of it, or nothing.
      const aside = `${this.#pathOf(key)}.${process.pid}`
      writeFileSync(aside, JSON.stringify(verdict))
      renameSync(aside, this.#pathOf(key))
    } catch {
      return
    }
  }

  #pathOf(key: string): string {
    return join(this.#folder, `${key}.json`)
  }

  #judgeDigest(): string {
    const hash = createHash('sha256').update(process.version)
    const harness = readdirSync(join(this.#root, 'harness'))
      .filter((name) => /\.m?ts$|\.mjs$/.test(name) && !name.endsWith('.test.ts'))
      .sort()
      .map((name) => `harness/${name}`)
    for (const path of [...harness, ...JUDGE, 'package-lock.json']) {
      const file = join(this.#root, path)
      if (existsSync(file)) hash.update(`\0${path}\0`).update(readFileSync(file))
    }
    return hash.digest('hex')
  }
}

/** Whether a verdict holds the next time: a wall clock on a busy machine may say something else then. */
export const isSteady = ({ solved, tests }: Verdict): boolean =>
  solved || tests.some(({ failure }) => failure !== undefined && failure.kind !== 'wall clock')
