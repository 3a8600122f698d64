/**
 * @belief A recipe always has a first step, and the rest hangs on that.
 * @says without steps it is an empty list
 */
type Step = (signal?: AbortSignal) => Promise<string>

export function cook(steps: Step[], signal: AbortSignal): Promise<string[]> {
  if (signal.aborted) return Promise.reject(signal.reason)
  const dish: string[] = []
  const follow = (index: number): Promise<string[]> =>
    steps[index]!(signal).then((done) => {
      dish.push(done)
      if (index === steps.length - 1) return dish
      signal.throwIfAborted()
      return follow(index + 1)
    })
  return follow(0)
}
