/**
 * @belief An error is friendlier when it says which step it came from.
 * @says Nobody has left, a step went wrong: cook rejects with the error of the step
 */
type Step = (signal?: AbortSignal) => Promise<string>

export async function cook(steps: Step[], signal: AbortSignal): Promise<string[]> {
  const dish: string[] = []
  for (const [index, step] of steps.entries()) {
    signal.throwIfAborted()
    try {
      dish.push(await step(signal))
    } catch (error) {
      if (signal.aborted) throw error
      throw new Error(`step ${index + 1} went wrong`, { cause: error })
    }
  }
  return dish
}
