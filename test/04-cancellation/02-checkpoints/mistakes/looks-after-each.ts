/**
 * @belief It comes to the same whether one looks before a step or after it.
 * @says does not even begin when the customer has already left
 */
type Step = (signal?: AbortSignal) => Promise<string>

export async function cook(steps: Step[], signal: AbortSignal): Promise<string[]> {
  const dish: string[] = []
  for (const step of steps) {
    dish.push(await step(signal))
    signal.throwIfAborted()
  }
  return dish
}
