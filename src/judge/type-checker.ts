import { spawn, type ChildProcess } from 'node:child_process'
import { constants, setPriority } from 'node:os'
import { join } from 'node:path'

import type { Objection } from './type-service.ts'

/** What is asked of the process that knows TypeScript; the file is relative to the repository. */
export interface Question {
  id: number
  file: string
  text: string
}

export interface Answer {
  id: number
  objection?: Objection | undefined
}

/**
 * What TypeScript says of a learner's file, found out in a process of its own that lets everybody
 * else go first. It is started with the first question, and stays: then an answer takes a moment.
 */
export class TypeChecker {
  readonly #root: string
  #child: ChildProcess | undefined
  #latest = 0
  #isClosed = false
  #answer: (answer: Answer) => void = () => undefined

  constructor(root: string) {
    this.#root = root
  }

  /** The first objection to a file; nothing too when another question comes first. */
  async objectionTo(file: string, text: string): Promise<Objection | undefined> {
    if (this.#isClosed) return undefined
    const child = (this.#child ??= this.#start())
    const id = ++this.#latest
    return new Promise((resolve) => {
      this.#answer({ id: id - 1 })
      this.#answer = (answer) => resolve(answer.objection)
      child.send({ id, file, text } satisfies Question, () => undefined)
    })
  }

  close(): void {
    this.#isClosed = true
    this.#answer({ id: this.#latest })
    this.#child?.kill()
  }

  #start(): ChildProcess {
    const child = spawn(process.execPath, [join(this.#root, 'bin', 'kata.cjs'), 'type-child'], {
      cwd: this.#root,
      // By the channel it notices when we are gone, see bin/load.cjs.
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    })
    if (child.pid !== undefined) setPriority(child.pid, constants.priority.PRIORITY_BELOW_NORMAL)
    child.on('message', (answer: Answer) => {
      if (answer.id === this.#latest) this.#answer(answer)
    })
    // One that cannot be started says nothing, and that is all it could say.
    child.on('error', () => undefined)
    return child
  }
}
