/**
 * @belief The steps are given the signal, so nobody else has to look at it.
 * @says stays with a step that cannot be stopped, and begins no other
 * @says plate started after the abort
 */
type Step = (signal?: AbortSignal) => Promise<string>

export async function cook(steps: Step[], signal: AbortSignal): Promise<string[]> {
  const dish: string[] = []
  for (const step of steps) dish.push(await step(signal))
  return dish
}
