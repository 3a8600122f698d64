import { setTimeout as sleep } from 'node:timers/promises'

interface Task {
  state: 'running' | 'done' | 'failed'
  error?: unknown
}

/** A list of tasks with a state each, at which drain looks ten times a second. */
export class Background {
  #tasks: Task[] = []

  spawn(job: () => Promise<void>): void {
    const task: Task = { state: 'running' }
    this.#tasks.push(task)
    const run = async () => job()
    run().then(
      () => (task.state = 'done'),
      (error: unknown) => Object.assign(task, { state: 'failed', error }),
    )
  }

  get size(): number {
    return this.#tasks.filter((task) => task.state === 'running').length
  }

  async drain(): Promise<void> {
    while (this.size > 0) await sleep(100)
    const failed = this.#tasks.filter((task) => task.state === 'failed')
    this.#tasks = []
    if (failed.length > 0) throw new AggregateError(failed.map((task) => task.error))
  }
}
