type Step = (signal?: AbortSignal) => Promise<string>

/** Callbacks all the way, and a single promise at the door. */
export function cook(steps: Step[], signal: AbortSignal): Promise<string[]> {
  return new Promise((resolve, reject) => {
    const dish: string[] = []
    const next = (index: number): void => {
      const step = steps[index]
      if (signal.aborted) reject(signal.reason)
      else if (!step) resolve(dish)
      else {
        step(signal).then((done) => {
          dish.push(done)
          next(index + 1)
        }, reject)
      }
    }
    next(0)
  })
}
