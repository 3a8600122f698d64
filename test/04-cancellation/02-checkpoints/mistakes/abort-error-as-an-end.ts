/**
 * @belief An AbortError says that cooking is over, and what is ready can be served.
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
      if (error instanceof Error && error.name === 'AbortError') return dish
      throw error
    }
  }
  return dish
}
