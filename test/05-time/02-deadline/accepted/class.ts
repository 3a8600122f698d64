interface Deadline {
  readonly signal: AbortSignal
  left(): number
}

class OwnDeadline implements Deadline {
  readonly #controller = new AbortController()
  readonly #end: number
  readonly #timer: NodeJS.Timeout
  readonly #outer: Deadline | undefined

  constructor(ms: number, outer: Deadline | undefined) {
    this.#outer = outer
    this.#end = performance.now() + Math.min(ms, outer?.left() ?? ms)
    this.#timer = setTimeout(() => {
      this.#controller.abort(Object.assign(new Error('late'), { name: 'TimeoutError' }))
    }, this.#end - performance.now())
    outer?.signal.addEventListener('abort', this.#leave)
    if (outer?.signal.aborted) this.#leave()
  }

  get signal(): AbortSignal {
    return this.#controller.signal
  }

  readonly left = (): number => Math.max(0, this.#end - performance.now())

  close(): void {
    clearTimeout(this.#timer)
    this.#outer?.signal.removeEventListener('abort', this.#leave)
  }

  readonly #leave = (): void => this.#controller.abort(this.#outer?.signal.reason)
}

export async function withDeadline<T>(
  ms: number,
  job: (deadline: Deadline) => Promise<T>,
  outer?: Deadline,
): Promise<T> {
  const deadline = new OwnDeadline(ms, outer)
  try {
    return await job(deadline)
  } finally {
    deadline.close()
    deadline.signal.throwIfAborted()
  }
}
