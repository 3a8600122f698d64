/**
 * @belief Each step stands in a recipe once, so it can be told by its function.
 * @says the dish has an entry for each, in the order of the recipe
 */
type Step = (signal?: AbortSignal) => Promise<string>

export async function cook(steps: Step[], signal: AbortSignal): Promise<string[]> {
  const done = new Map<Step, string>()
  for (const step of steps) {
    signal.throwIfAborted()
    done.set(step, await step(signal))
  }
  return [...done.values()]
}
