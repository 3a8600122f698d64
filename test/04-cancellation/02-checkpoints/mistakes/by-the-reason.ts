/**
 * @belief A signal that has a reason is an aborted one, so the reason can be asked.
 * @says Ask signal.aborted, or signal.throwIfAborted(), whether the customer has left
 * @says Not so when the reason was 0
 */
type Step = (signal?: AbortSignal) => Promise<string>

export async function cook(steps: Step[], signal: AbortSignal): Promise<string[]> {
  const dish: string[] = []
  for (const step of steps) {
    if (signal.reason) throw signal.reason
    dish.push(await step(signal))
  }
  return dish
}
