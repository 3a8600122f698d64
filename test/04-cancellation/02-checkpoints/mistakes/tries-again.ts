/**
 * @belief A step that went wrong is done once more before one gives up.
 * @says fry was started again, and once is enough
 * @says cook rejected at second 9 instead of 6
 */
type Step = (signal?: AbortSignal) => Promise<string>

export async function cook(steps: Step[], signal: AbortSignal): Promise<string[]> {
  const dish: string[] = []
  for (const step of steps) {
    signal.throwIfAborted()
    const again = (error: unknown) => (signal.aborted ? Promise.reject(error) : step(signal))
    dish.push(await step(signal).catch(again))
  }
  return dish
}
