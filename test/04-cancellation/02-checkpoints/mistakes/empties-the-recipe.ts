/**
 * @belief The recipe has been handed over, so it may be crossed out step by step.
 * @says read it, and take nothing out of it
 */
type Step = (signal?: AbortSignal) => Promise<string>

export async function cook(steps: Step[], signal: AbortSignal): Promise<string[]> {
  const dish: string[] = []
  while (steps.length > 0) {
    signal.throwIfAborted()
    dish.push(await steps.shift()!(signal))
  }
  return dish
}
