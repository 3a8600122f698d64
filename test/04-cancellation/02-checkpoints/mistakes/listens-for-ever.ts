/**
 * @belief A flag that a listener sets is as good as signal.aborted, and costs nothing.
 * @says does not even begin when the customer has already left
 * @says An abort listener was left on the signal "customer leaves"
 */
type Step = (signal?: AbortSignal) => Promise<string>

export async function cook(steps: Step[], signal: AbortSignal): Promise<string[]> {
  let left = false
  signal.addEventListener('abort', () => (left = true))
  const dish: string[] = []
  for (const step of steps) {
    if (left) throw signal.reason
    dish.push(await step(signal))
  }
  return dish
}
