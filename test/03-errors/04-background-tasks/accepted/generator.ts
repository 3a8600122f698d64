/** One generator keeps the books: it is told what happens, and answers with how many are left. */
function* books(
  failures: unknown[],
): Generator<number, never, 'begun' | 'done' | { error: unknown }> {
  let running = 0
  for (;;) {
    const news = yield running
    if (news === 'begun') running += 1
    else running -= 1
    if (typeof news === 'object') failures.push(news.error)
  }
}

export class Background {
  #failures: unknown[] = []
  readonly #books = books(this.#failures)
  #size = this.#books.next().value
  #ended = gate()

  spawn(job: () => Promise<void>): void {
    this.#tell('begun')
    new Promise<void>((resolve) => resolve(job()))
      .then(() => this.#tell('done'))
      .catch((error: unknown) => this.#tell({ error }))
  }

  #tell(news: 'begun' | 'done' | { error: unknown }): void {
    this.#size = this.#books.next(news).value
    if (news === 'begun') return
    this.#ended.open()
    this.#ended = gate()
  }

  get size(): number {
    return this.#size
  }

  async drain(): Promise<void> {
    if (this.#size > 0) {
      await this.#ended.opened
      return this.drain()
    }
    if (this.#failures.length === 0) return
    const group = new AggregateError(this.#failures)
    this.#failures.length = 0
    throw group
  }
}

/** A promise, and what resolves it. */
function gate() {
  let open = () => {}
  const opened = new Promise<void>((resolve) => (open = resolve))
  return { open, opened }
}
