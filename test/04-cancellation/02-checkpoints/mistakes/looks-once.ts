/**
 * @belief Who has looked at the signal at the beginning has done enough.
 * @says The customer leaves at second 4: fry is stopped, plate never begins
 * @says cook resolved at second 9 instead of 4
 * @says nobody looks at the signal between two steps
 */
type Step = (signal?: AbortSignal) => Promise<string>

export async function cook(steps: Step[], signal: AbortSignal): Promise<string[]> {
  signal.throwIfAborted()
  const dish: string[] = []
  for (const step of steps) dish.push(await step())
  return dish
}
