import type { ChildProcess } from 'node:child_process'
import { ForksPoolWorker, type PoolRunnerInitializer } from 'vitest/node'

/** One of Vitest's forks, which can be ended whatever it is doing. */
class KillableFork extends ForksPoolWorker {
  #process: ChildProcess | undefined

  override async start(): Promise<void> {
    await super.start()
    // Vitest declares its child process private; under this name it has been since version 4.0.
    this.#process = (this as unknown as { _fork?: ChildProcess })._fork
  }

  kill(): void {
    this.#process?.kill('SIGKILL')
  }
}

/** Vitest's own pool of forks, and a way to end what runs in it at once. */
export class KillableForks {
  #latest: KillableFork | undefined

  readonly pool: PoolRunnerInitializer = {
    name: 'killable-forks',
    createPoolWorker: (options) => (this.#latest = new KillableFork(options)),
  }

  /** Ends the process that was started last; its run ends with an error. */
  kill(): void {
    this.#latest?.kill()
  }
}
