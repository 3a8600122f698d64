/**
 * @belief It is soon enough to look at the signal when the dish is ready.
 * @says The customer leaves at second 4: fry is stopped, plate never begins
 * @says cook rejected at second 9 instead of 4
 * @says nobody looks at the signal between two steps
 */
type Step = (signal?: AbortSignal) => Promise<string>

export async function cook(steps: Step[], signal: AbortSignal): Promise<string[]> {
  const dish: string[] = []
  for (const step of steps) dish.push(await step())
  signal.throwIfAborted()
  return dish
}
