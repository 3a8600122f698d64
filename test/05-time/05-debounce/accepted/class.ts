class Box<A extends unknown[], R> {
  #wait: number
  #call: (...args: A) => Promise<R>
  #timer: NodeJS.Timeout | undefined
  #listeners: ((outcome: PromiseSettledResult<R>) => void)[] = []

  constructor(wait: number, call: (...args: A) => Promise<R>) {
    this.#wait = wait
    this.#call = call
  }

  async type(args: A): Promise<R> {
    if (this.#timer) clearTimeout(this.#timer)
    this.#timer = setTimeout(() => void this.#search(args), this.#wait)
    const outcome = await new Promise<PromiseSettledResult<R>>((resolve) => {
      this.#listeners.push(resolve)
    })
    if (outcome.status === 'rejected') throw outcome.reason
    return outcome.value
  }

  async #search(args: A): Promise<void> {
    const listeners = this.#listeners.splice(0)
    const [outcome] = await Promise.allSettled([(async () => this.#call(...args))()])
    listeners.forEach((tell) => tell(outcome))
  }
}

export function debounce<A extends unknown[], R>(
  wait: number,
  call: (...args: A) => Promise<R>,
): (...args: A) => Promise<R> {
  const box = new Box(wait, call)
  return (...args) => box.type(args)
}
