import { createHash } from 'node:crypto'
import { mkdirSync, readdirSync, readFileSync, renameSync } from 'node:fs'
import { rmSync, statSync, writeFileSync } from 'node:fs'
import { basename, dirname, join, resolve } from 'node:path'

import type { Failure } from '../harness/failure.ts'
import type { Exercise } from '../course/catalog.ts'
import type { Verdict } from './verdict.ts'

/** Verdicts that are kept; where there are more, all of them go. */
const MOST_KEPT = 2_000

/** Which packages are wanted, and which npm has put there. */
export const PACKAGES = ['package-lock.json', 'node_modules/.package-lock.json']

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
  #folderNow: string | undefined
  #isPruned = false
  /** By name of a submission: what it imported when it was judged last. */
  readonly #imports = new Map<string, string[]>()

  constructor(root: string) {
    this.#root = root
  }

  /** Looks at the course anew, and says whether it is another one than before. */
  isNewCourse(): boolean {
    const before = this.#folder
    this.#folderNow = undefined
    return this.#folder !== before
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
  keyOfText({ test, solution }: Exercise, file: string, text: string): string | undefined {
    const judges = [this.#digestOf(test), this.#digestOf(solution)]
    // The name of the file is part of what the tests say.
    return judges.includes('') ? undefined : digest(...judges, file, text)
  }

  /** What a file imports, as far as it has been judged; and what those files hold now, as a text. */
  importsOf(file: string): { files: readonly string[]; state: string } {
    const files = this.#imports.get(file) ?? []
    return { files, state: files.map((path) => this.#digestOf(path)).join() }
  }

  get(key: string | undefined): Verdict | undefined {
    if (key === undefined) return undefined
    try {
      const { verdict, modules } = JSON.parse(readFileSync(this.#pathOf(key), 'utf8')) as Kept
      this.#imports.set(verdict.file, Object.keys(modules))
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
    this.#imports.set(verdict.file, verdict.modules)
    const isOld = verdict.modules.every((path) => {
      const file = resolve(this.#root, path)
      const written = Math.floor(statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0)
      // Another machine's clock may be ahead of this one's.
      return written < since || written > Date.now()
    })
    if (isOld && key !== undefined && isSteady(verdict)) this.#write(key, verdict)
    return isOld
  }

  #write(key: string, verdict: Verdict): void {
    try {
      this.#prune()
      const modules = Object.fromEntries(
        verdict.modules.map((path) => [path, this.#digestOf(path)]),
      )
      mkdirSync(this.#folder, { recursive: true })
      // Written aside and renamed: whoever reads meanwhile finds all of it, or nothing.
      const aside = `${this.#pathOf(key)}.${process.pid}`
      writeFileSync(aside, JSON.stringify({ verdict, modules } satisfies Kept))
      renameSync(aside, this.#pathOf(key))
    } catch {
      return
    }
  }

  /** What another version of the course has said is of no use, nor are thousands of verdicts. */
  #prune(): void {
    if (this.#isPruned) return
    this.#isPruned = true
    mkdirSync(this.#folder, { recursive: true })
    const areTooMany = readdirSync(this.#folder).length > MOST_KEPT
    const all = dirname(this.#folder)
    for (const name of readdirSync(all)) {
      const isNeeded = name === basename(this.#folder) && !areTooMany
      if (!isNeeded) rmSync(join(all, name), { recursive: true, force: true })
    }
  }

  #pathOf(key: string): string {
    return join(this.#folder, `${key}.json`)
  }

  /** The folder for what this course, as it is, says on this Node. */
  get #folder(): string {
    return (this.#folderNow ??= join(this.#root, '.cache', 'verdicts', this.#digestOfCourse()))
  }

  #digestOfCourse(): string {
    const sources = readdirSync(join(this.#root, 'src'), { recursive: true, encoding: 'utf8' })
      .filter((name) => /\.(?:ts|mjs)$/.test(name) && !name.endsWith('.test.ts'))
      .sort()
      .map((name) => join('src', name))
    const digests = [...sources, ...PACKAGES].map((path) => path + this.#digestOf(path))
    return digest(process.version, ...digests).slice(0, 16)
  }

  /** The digest of a file; empty where there is none that could be read. */
  #digestOf(path: string): string {
    try {
      return digest(readFileSync(resolve(this.#root, path)))
    } catch {
      return ''
    }
  }
}

function digest(...parts: readonly (string | Buffer)[]): string {
  const hash = createHash('sha256')
  for (const part of parts) hash.update(part).update('\0')
  return hash.digest('hex')
}

/**
 * Whether a verdict holds the next time. Real time on a busy machine may say something else then, and
 * a file that could not be loaded may lack one that will be there.
 */
export const isSteady = ({ solved, tests }: Verdict): boolean =>
  solved || tests.some(({ failure }) => failure !== undefined && !DOUBTFUL.has(failure.kind))

const DOUBTFUL = new Set<Failure['kind']>(['wall clock', 'real clock', 'load', 'unreadable'])
