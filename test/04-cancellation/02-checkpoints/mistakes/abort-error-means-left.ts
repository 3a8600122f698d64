/**
 * @belief Whoever rejects with an AbortError has been stopped by the signal.
 * @says Ask the signal, and not the error
 */
type Step = (signal?: AbortSignal) => Promise<string>
export async function cook(steps: Step[], signal: AbortSignal) {
  const dish: string[] = []
  for (const step of steps) {
    signal.throwIfAborted()
    try {
      dish.push(await step(signal))
    } catch (error) {
      if (error instanceof Error && error.name === 'AbortError') throw signal.reason
      throw error
    }
  }
  return dish
}
