/**
 * @belief When the customer has left, nobody waits for an answer any more.
 * @says cook never ended
 */
type Step = (signal?: AbortSignal) => Promise<string>

export function cook(steps: Step[], signal: AbortSignal): Promise<string[]> {
  return new Promise((resolve, reject) => {
    const dish: string[] = []
    const next = (index: number): void => {
      if (signal.aborted) return
      const step = steps[index]
      if (!step) return resolve(dish)
      step(signal).then(
        (done) => {
          dish.push(done)
          next(index + 1)
        },
        (error: unknown) => {
          if (!signal.aborted) reject(error)
        },
      )
    }
    next(0)
  })
}
