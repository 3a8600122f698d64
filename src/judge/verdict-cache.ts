import { createHash } from 'node:crypto'
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { join, resolve } from 'node:path'

import type { Failure } from '../harness/failure.ts'
import type { Exercise } from '../course/catalog.ts'
import type { Verdict } from './verdict.ts'

/** Folders of the course on which every verdict depends, tests aside. */
const JUDGE = ['src']
/** Verdicts that are kept; the oldest go first. */
const MOST_KEPT = 2_000

/** A verdict, and what the files that the submission imports held when it was said. */
interface Kept {
  verdict: Verdict
  modules: Record<string, string>
}

/**
 * Verdicts by the content of everything they depend on: the submission and what it imports, the
 * tests, the reference solution, the course around them, and Node. So a verdict from here is one on
 * the files as they are, and nothing has to be remembered about a learner. Two loops may use one
 * folder at once.
 */
export class VerdictCache {
  readonly #root: string
  readonly #folder: string
  #generation: string | undefined
  /** By name of a submission: what it imported when it was judged last. */
  readonly #modules = new Map<string, string[]>()

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
    const hash = createHash('sha256')
    for (const path of [exercise.test, exercise.solution]) {
      const digest = this.#digestOf(path)
      if (digest === '') return undefined
      hash.update(`\0${path}\0${digest}`)
    }
    // Its name is part of what the tests say.
    return hash.update(`\0${file}\0`).update(text).digest('hex')
  }

  /** What a file imports, as far as it has been judged; and what those files hold now, as a text. */
  importsOf(file: string): { files: readonly string[]; state: string } {
    const files = this.#modules.get(file) ?? []
    return { files, state: files.map((path) => this.#digestOf(path)).join() }
  }

  get(key: string | undefined): Verdict | undefined {
    if (key === undefined) return undefined
    try {
      const { verdict, modules } = JSON.parse(readFileSync(this.#pathOf(key), 'utf8')) as Kept
      this.#modules.set(verdict.file, Object.keys(modules))
      const same = Object.entries(modules).every(([path, was]) => this.#digestOf(path) === was)
      return same ? verdict : undefined
    } catch {
      return undefined
    }
  }

  /**
   * Keeps a verdict, unless a file that the submission imports was written after `since`, an instant
   * in real milliseconds before it was judged: says whether none was. That it cannot be kept (a full
   * disk, a folder without rights) costs only time.
   */
  put(key: string | undefined, verdict: Verdict, since: number): boolean {
    this.#modules.set(verdict.file, verdict.modules)
    const isOld = verdict.modules.every((path) => {
      const written = this.#writtenAt(path)
      // Another machine's clock may be ahead of this one's.
      return written < since || written > Date.now()
    })
    if (isOld && key !== undefined && isSteady(verdict)) this.#write(key, verdict)
    return isOld
  }

  #writtenAt(path: string): number {
    return statSync(resolve(this.#root, path), { throwIfNoEntry: false })?.mtimeMs ?? 0
  }

  #write(key: string, verdict: Verdict): void {
    try {
      this.#prune()
      const modules = Object.fromEntries(
        verdict.modules.map((path) => [path, this.#digestOf(path)]),
      )
      mkdirSync(join(this.#folder, this.#now), { recursive: true })
      // Written aside and renamed: whoever reads meanwhile finds all of it, or nothing.
      const aside = `${this.#pathOf(key)}.${process.pid}`
      writeFileSync(aside, JSON.stringify({ verdict, modules } satisfies Kept))
      renameSync(aside, this.#pathOf(key))
    } catch {
      return
    }
  }

  #pathOf(key: string): string {
    return join(this.#folder, this.#now, `${key}.json`)
  }

  /** The digest of a file; empty where there is none that could be read. */
  #digestOf(path: string): string {
    try {
      const text = readFileSync(resolve(this.#root, path))
      return createHash('sha256').update(text).digest('hex').slice(0, 16)
    } catch {
      return ''
    }
  }

  /** The folder for what this course, as it is, says on this Node. */
  get #now(): string {
    return (this.#generation ??= this.#digestOfCourse())
  }

  #digestOfCourse(): string {
    const hash = createHash('sha256').update(process.version)
    const sources = JUDGE.filter((folder) => existsSync(join(this.#root, folder))).flatMap(
      (folder) =>
        readdirSync(join(this.#root, folder), { recursive: true, encoding: 'utf8' })
          .filter((name) => /\.(?:ts|mjs)$/.test(name) && !name.endsWith('.test.ts'))
          .sort()
          .map((name) => `${folder}/${name}`),
    )
    for (const path of [...sources, 'package-lock.json']) {
      hash.update(`\0${path}\0${this.#digestOf(path)}`)
    }
    return hash.digest('hex').slice(0, 16)
  }

  #pruned = false

  /** What another version of the course has said is of no use, nor is what is long past. */
  #prune(): void {
    if (this.#pruned || !existsSync(this.#folder)) return
    this.#pruned = true
    for (const name of readdirSync(this.#folder)) {
      if (name !== this.#now) rmSync(join(this.#folder, name), { recursive: true, force: true })
    }
    const folder = join(this.#folder, this.#now)
    if (!existsSync(folder)) return
    const byAge = readdirSync(folder)
      .map((name) => join(folder, name))
      .sort((a, b) => statSync(b).mtimeMs - statSync(a).mtimeMs)
    for (const path of byAge.slice(MOST_KEPT)) rmSync(path, { force: true })
  }
}

/**
 * Whether a verdict holds the next time. Real time on a busy machine may say something else then, and
 * a file that could not be loaded may lack one that will be there.
 */
export const isSteady = ({ solved, tests }: Verdict): boolean =>
  solved || tests.some(({ failure }) => failure !== undefined && !DOUBTFUL.has(failure.kind))

const DOUBTFUL = new Set<Failure['kind']>(['wall clock', 'real clock', 'load', 'unreadable'])
