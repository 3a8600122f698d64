/**
 * @belief Who stops early returns what there is.
 * @says cook resolved where it should have rejected
 * @says stays with a step that cannot be stopped, and begins no other
 */
type Step = (signal?: AbortSignal) => Promise<string>

export async function cook(steps: Step[], signal: AbortSignal): Promise<string[]> {
  const dish: string[] = []
  for (const step of steps) {
    if (signal.aborted) break
    dish.push(await step(signal))
  }
  return dish
}
