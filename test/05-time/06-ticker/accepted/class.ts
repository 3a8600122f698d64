function sleep(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const leave = () => {
      clearTimeout(timer)
      reject(signal.reason)
    }
    const timer = setTimeout(() => {
      signal.removeEventListener('abort', leave)
      resolve()
    }, ms)
    signal.addEventListener('abort', leave, { once: true })
  })
}

class Clock {
  readonly #ms: number
  readonly #begun = Date.now()

  constructor(ms: number) {
    this.#ms = ms
  }

  /** Milliseconds until the first tick that is not before now, and after this one. */
  until(after: number): number {
    const passed = Date.now() - this.#begun
    const next = Math.max(Math.ceil(passed / this.#ms), after + 1)
    return next * this.#ms - passed
  }

  get tick(): number {
    return Math.floor((Date.now() - this.#begun) / this.#ms)
  }
}

export const every = async (
  ms: number,
  job: (signal: AbortSignal) => Promise<void>,
  signal: AbortSignal,
): Promise<void> => {
  const clock = new Clock(ms)
  let tick = 0
  while (true) {
    if (signal.aborted) return Promise.reject(signal.reason)
    await job(signal)
    if (signal.aborted) continue
    const wait = clock.until(tick)
    await sleep(wait, signal)
    tick = Math.max(tick + 1, clock.tick)
  }
}
