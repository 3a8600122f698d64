/**
 * @belief It is enough to say that the cooking was stopped; why is nobody's business.
 * @says cook rejects with signal.reason when the customer has left
 */
type Step = (signal?: AbortSignal) => Promise<string>

export async function cook(steps: Step[], signal: AbortSignal): Promise<string[]> {
  const dish: string[] = []
  for (const step of steps) {
    if (signal.aborted) throw new Error('the cooking was stopped')
    dish.push(await step(signal))
  }
  return dish
}
