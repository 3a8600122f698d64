/**
 * @belief A step that tells nothing has done nothing.
 * @says the dish has an entry for each, in the order of the recipe
 */
type Step = (signal?: AbortSignal) => Promise<string>

export async function cook(steps: Step[], signal: AbortSignal): Promise<string[]> {
  const dish: string[] = []
  for (const step of steps) {
    signal.throwIfAborted()
    const done = await step(signal)
    if (done) dish.push(done)
  }
  return dish
}
