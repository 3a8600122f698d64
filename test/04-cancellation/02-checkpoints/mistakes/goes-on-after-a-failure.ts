/**
 * @belief A step that goes wrong is left out, and the dish becomes a little smaller.
 * @says Nobody has left, a step went wrong: cook rejects with the error of the step
 */
type Step = (signal?: AbortSignal) => Promise<string>

export async function cook(steps: Step[], signal: AbortSignal): Promise<string[]> {
  const dish: string[] = []
  for (const step of steps) {
    signal.throwIfAborted()
    const done = await step(signal).catch(() => undefined)
    if (done !== undefined) dish.push(done)
  }
  signal.throwIfAborted()
  return dish
}
