import { cpSync, mkdirSync, mkdtempSync, readFileSync, realpathSync } from 'node:fs'
import { rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, relative, sep } from 'node:path'

import { exerciseNamed, holdsTodo, readCourse, type Exercise } from '../course/catalog.ts'
import { originalStub } from '../course/stubs.ts'

const LEFT_OUT = '.git node_modules .cache dist coverage handouts kept'.split(' ')
const MIRRORS = ['exercises', 'solutions', 'test']

/**
 * A learner's clone, in a temporary folder of its own: every exercise is as it was handed out. For
 * tests and benchmarks.
 */
export class Clone {
  root = ''
  /** The text of each stub; whoever makes the clone may have solved some exercises already. */
  readonly #stubs = new Map<string, string>()

  get course(): Exercise[] {
    return readCourse(this.root)
  }

  /** Copies the repository at `from`; of the chapters only some, when there are `chapters`: `01-the-post`. */
  make(from: string, chapters?: readonly string[]): void {
    this.root = realpathSync(mkdtempSync(join(tmpdir(), 'async-kata-loop-')))
    const belongs = (path: string) => {
      const [first = '', second = ''] = relative(from, path).split(sep)
      const isChapter = MIRRORS.includes(first) && /^\d/.test(second)
      return !LEFT_OUT.includes(first) && (!isChapter || (chapters?.includes(second) ?? true))
    }
    cpSync(from, this.root, { recursive: true, filter: belongs })
    symlinkSync(join(from, 'node_modules'), this.path('node_modules'), 'junction')
    for (const exercise of this.course) this.#stubs.set(exercise.stub, stubIn(from, exercise))
    this.putStubsBack()
  }

  /** The absolute path of a file. */
  path(file: string): string {
    return join(this.root, file)
  }

  read(file: string): string {
    return readFileSync(this.path(file), 'utf8')
  }

  /** Saves an answer to an exercise. */
  save(slug: string, text: string): void {
    writeFileSync(this.path(this.stubOf(slug)), text)
  }

  /** Saves the reference solution of an exercise as the answer. */
  solve(slug: string): void {
    this.save(slug, this.solutionOf(slug))
  }

  stubOf(slug: string): string {
    return exerciseNamed(this.course, slug).stub
  }

  solutionOf(slug: string): string {
    return this.read(exerciseNamed(this.course, slug).solution)
  }

  /** Hands every exercise out anew. */
  putStubsBack(): void {
    for (const [stub, text] of this.#stubs) {
      mkdirSync(dirname(this.path(stub)), { recursive: true })
      writeFileSync(this.path(stub), text)
    }
  }

  remove(): void {
    if (this.root !== '') rmSync(this.root, { recursive: true, force: true, maxRetries: 5 })
  }
}

function stubIn(root: string, exercise: Exercise): string {
  const text = readFileSync(join(root, exercise.stub), 'utf8')
  return holdsTodo(text) ? text : originalStub(root, exercise)
}
