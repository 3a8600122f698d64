/**
 * @belief A signal that has a reason is an aborted one, so the reason can be asked.
 * @says Ask signal.aborted, or signal.throwIfAborted(), whether the customer has left
 * @says the reason, which here is null: plate was started once instead of never
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
