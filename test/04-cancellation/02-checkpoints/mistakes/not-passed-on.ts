/**
 * @belief Who looks at the signal between the steps need not hand it to them.
 * @says cook rejected at second 6 instead of 4
 * @says the abort did not reach fry: whoever is to hear of it needs the signal
 */
type Step = (signal?: AbortSignal) => Promise<string>

export async function cook(steps: Step[], signal: AbortSignal): Promise<string[]> {
  const dish: string[] = []
  for (const step of steps) {
    signal.throwIfAborted()
    dish.push(await step())
  }
  signal.throwIfAborted()
  return dish
}
