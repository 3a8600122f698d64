import { ReadableStream, type ReadableStreamDefaultController } from 'node:stream/web'

type Ending = { error: unknown } | undefined

/** Endings go into a stream, and drain reads as many of them as there are jobs. */
export class Background {
  #endings!: ReadableStreamDefaultController<Ending>
  readonly #reader = new ReadableStream<Ending>({
    start: (controller) => {
      this.#endings = controller
    },
  }).getReader()
  #running = 0
  #unread = 0

  spawn(job: () => Promise<void>): void {
    this.#running += 1
    this.#unread += 1
    const end = (ending: Ending) => {
      this.#running -= 1
      this.#endings.enqueue(ending)
    }
    process.nextTick(() => {
      Promise.resolve()
        .then(() => job())
        .then(
          () => end(undefined),
          (error: unknown) => end({ error }),
        )
    })
  }

  get size(): number {
    return this.#running
  }

  async drain(): Promise<void> {
    const errors: unknown[] = []
    while (this.#unread > 0) {
      const { value } = await this.#reader.read()
      this.#unread -= 1
      if (value) errors.unshift(value.error)
    }
    if (errors.length > 0) throw new AggregateError(errors, 'not all went well')
  }
}
