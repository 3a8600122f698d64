/**
 * @belief It is soon enough to look at the signal when the dish is ready.
 * @says stops the step when the customer leaves, and begins no other
 * @says cook rejected at second 9 instead of 4
 * @says plate started after the abort
 */
type Step = (signal?: AbortSignal) => Promise<string>

export async function cook(steps: Step[], signal: AbortSignal): Promise<string[]> {
  const dish: string[] = []
  for (const step of steps) dish.push(await step())
  signal.throwIfAborted()
  return dish
}
