/**
 * @belief A customer who leaves is no error, and so it has to be caught.
 * @says stops the step when the customer leaves
 * @says cook resolved where it should have rejected
 * @says it resolved to [ 'prep' ], where it should have rejected
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
