/**
 * @belief Who has looked at the signal at the beginning has done enough.
 * @says stops the step when the customer leaves, and begins no other
 * @says cook resolved at second 9 instead of 4
 * @says plate started after the abort
 */
type Step = (signal?: AbortSignal) => Promise<string>

export async function cook(steps: Step[], signal: AbortSignal): Promise<string[]> {
  signal.throwIfAborted()
  const dish: string[] = []
  for (const step of steps) dish.push(await step())
  return dish
}
