type Step = (signal?: AbortSignal) => Promise<string>

/** A cook who listens, has the last word about why, and takes the listener off. */
class Cook {
  #left: { reason: unknown } | undefined
  readonly #signal: AbortSignal

  constructor(signal: AbortSignal) {
    this.#signal = signal
    if (signal.aborted) this.handleEvent()
    else signal.addEventListener('abort', this, { once: true })
  }

  handleEvent(): void {
    this.#left = { reason: this.#signal.reason }
  }

  checkpoint(): void {
    if (this.#left) throw this.#left.reason
  }

  async follow(recipe: Step[]): Promise<string[]> {
    const dish = []
    const steps = [...recipe]
    try {
      while (steps.length > 0) {
        this.checkpoint()
        dish.push(await steps.shift()!(this.#signal))
      }
      return dish
    } catch (error) {
      this.checkpoint()
      throw error
    } finally {
      this.#signal.removeEventListener('abort', this)
    }
  }
}

export const cook = (steps: Step[], signal: AbortSignal): Promise<string[]> =>
  new Cook(signal).follow(steps)
