type Job<T> = (signal: AbortSignal) => Promise<T>
type Spawn = <R>(job: Job<R>) => Promise<R>

/** A class whose end is found by recursion; the two signals are made one. */
class Group {
  readonly failures = new Map<unknown, string>()
  readonly #own = new AbortController()
  readonly #signal: AbortSignal
  #members: Promise<unknown>[] = []
  #open = true

  constructor(outer?: AbortSignal) {
    this.#signal = AbortSignal.any([this.#own.signal, ...(outer ? [outer] : [])])
  }

  spawn = <R>(job: Job<R>): Promise<R> =>
    this.enter(async () => {
      if (!this.#open || this.#signal.aborted) throw new Refusal()
      return job(this.#signal)
    })

  enter<R>(work: () => Promise<R>): Promise<R> {
    const member = Promise.resolve().then(work)
    this.#members.push(member.catch((error: unknown) => this.#judge(error)))
    return member
  }

  async end(): Promise<void> {
    const members = this.#members
    this.#members = []
    await Promise.all(members)
    if (this.#members.length > 0) return this.end()
    this.#open = false
  }

  #judge(error: unknown): void {
    if (error instanceof Refusal) return
    if (this.#signal.aborted && error === this.#signal.reason) return
    this.failures.set(error, String(error))
    this.#own.abort(new Error('a sibling has failed'))
  }
}

class Refusal extends Error {}

export async function taskGroup<T>(
  body: (spawn: Spawn) => Promise<T>,
  options: { signal?: AbortSignal } = {},
): Promise<T> {
  const group = new Group(options.signal)
  const value = group.enter(() => body(group.spawn))
  await group.end()
  const { failures } = group
  if (failures.size > 0) {
    throw new AggregateError(failures.keys(), [...failures.values()].join(', '))
  }
  if (options.signal?.aborted) throw options.signal.reason
  return value
}
