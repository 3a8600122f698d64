/**
 * @belief The steps are given the signal, so nobody else has to look at it.
 * @says plate never begins
 * @says nobody looks at the signal between two steps, and so the next one begins
 */
type Step = (signal?: AbortSignal) => Promise<string>

export async function cook(steps: Step[], signal: AbortSignal): Promise<string[]> {
  const dish: string[] = []
  for (const step of steps) dish.push(await step(signal))
  return dish
}
