type Job<T> = (signal: AbortSignal) => Promise<T>

/** Callbacks, a count, and a single promise at the door. */
export function runToClosing<T>(main: (spawn: (job: Job<void>) => void) => Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const evening = new AbortController()
    let running = 1
    let settle: () => void

    const leave = () => {
      running -= 1
      if (running === 0) settle()
    }
    const close = (how: () => void) => {
      settle = how
      evening.abort()
      leave()
    }
    const spawn = (job: Job<void>) => {
      if (evening.signal.aborted) return
      running += 1
      try {
        job(evening.signal).then(leave, leave)
      } catch {
        leave()
      }
    }

    try {
      main(spawn).then(
        (value) => close(() => resolve(value)),
        (error: unknown) => close(() => reject(error)),
      )
    } catch (error) {
      close(() => reject(error))
    }
  })
}
