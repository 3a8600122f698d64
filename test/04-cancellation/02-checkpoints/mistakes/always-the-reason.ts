/**
 * @belief Whenever a step fails, the customer has left.
 * @says Nobody has left, a step went wrong: cook rejects with the error of the step
 */
type Step = (signal?: AbortSignal) => Promise<string>

export async function cook(steps: Step[], signal: AbortSignal): Promise<string[]> {
  const dish: string[] = []
  try {
    for (const step of steps) {
      signal.throwIfAborted()
      dish.push(await step(signal))
    }
  } catch {
    throw signal.reason
  }
  return dish
}
