/**
 * @belief A flag that a listener sets is as good as signal.aborted, and costs nothing.
 * @says The customer had left before cook was called: not one step begins
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
