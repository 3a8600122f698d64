/**
 * @belief A customer who leaves is no error, and so it has to be caught.
 * @says The customer leaves at second 4
 * @says cook resolved where it should have rejected
 * @says A dish that lacks a step is no answer
 */
type Step = (signal?: AbortSignal) => Promise<string>

export async function cook(steps: Step[], signal: AbortSignal): Promise<string[]> {
  const dish: string[] = []
  try {
    for (const step of steps) {
      signal.throwIfAborted()
      dish.push(await step(signal))
    }
  } catch (error) {
    if (!signal.aborted) throw error
  }
  return dish
}
