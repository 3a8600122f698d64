interface Options {
  when: 'first' | 'firstError' | 'all'
  timeout?: number
}

interface Report<T> {
  done: Set<Promise<T>>
  pending: Set<Promise<T>>
}

/** A watch that is kept, from the first look to the report. */
class Watch<T> {
  readonly #states = new Map<Promise<T>, 'pending' | 'good' | 'failed'>()
  readonly #when: Options['when']
  #timer: NodeJS.Timeout | undefined
  #report: ((report: Report<T>) => void) | undefined

  constructor(promises: Promise<T>[], when: Options['when']) {
    this.#when = when
    for (const promise of promises) this.#states.set(promise, 'pending')
  }

  keep(timeout: number | undefined): Promise<Report<T>> {
    return new Promise((report) => {
      this.#report = report
      if (timeout !== undefined) this.#timer = setTimeout(() => this.#end(), timeout)
      for (const promise of this.#states.keys()) void this.#look(promise)
      if (this.#states.size === 0) this.#end()
    })
  }

  async #look(promise: Promise<T>): Promise<void> {
    try {
      await promise
      this.#states.set(promise, 'good')
    } catch {
      this.#states.set(promise, 'failed')
    }
    if (this.#isEnough()) this.#end()
  }

  #isEnough(): boolean {
    const states = [...this.#states.values()]
    if (!states.includes('pending')) return true
    if (this.#when === 'all') return false
    return this.#when === 'first' || states.includes('failed')
  }

  #end(): void {
    clearTimeout(this.#timer)
    const where = (isPending: boolean) =>
      new Set(
        [...this.#states]
          .filter(([, state]) => (state === 'pending') === isPending)
          .map(([promise]) => promise),
      )
    this.#report?.({ done: where(false), pending: where(true) })
    this.#report = undefined
  }
}

export const wait = <T>(promises: Promise<T>[], { when, timeout }: Options): Promise<Report<T>> =>
  new Watch(promises, when).keep(timeout)
