import type { ChildProcess } from 'node:child_process'
import { ForksPoolWorker, type PoolRunnerInitializer } from 'vitest/node'

/** What Vitest declares private; under these names it has been there since version 4.0. */
interface Inside {
  _fork?: ChildProcess
  stdout: NodeJS.WritableStream
  stderr: NodeJS.WritableStream
}

/** One of Vitest's forks, which can be ended whatever it is doing. */
class KillableFork extends ForksPoolWorker {
  #process: ChildProcess | undefined

  override async start(): Promise<void> {
    await super.start()
    const { _fork: child, stdout, stderr } = this as unknown as Inside
    this.#process = child
    // Vitest's own pipe closes what all forks write to as soon as one of them has ended by itself.
    child?.stdout?.unpipe(stdout).pipe(stdout, { end: false })
    child?.stderr?.unpipe(stderr).pipe(stderr, { end: false })
    // Vitest would wait a minute for the first word of one that has ended before it could say it.
    child?.once('exit', () => child.emit('message', HAS_ENDED))
  }

  /** Vitest would wait for ever for the end of one that a signal has ended already. */
  override async stop(): Promise<void> {
    if (!this.#process?.signalCode) await super.stop()
  }

  kill(): void {
    this.#process?.kill('SIGKILL')
  }
}

/** What a fork says that could not be started. */
const HAS_ENDED = {
  __vitest_worker_response__: true,
  type: 'started',
  error: new Error('The process has ended.'),
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
