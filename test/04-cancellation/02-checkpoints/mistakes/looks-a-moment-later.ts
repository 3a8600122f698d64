/**
 * @belief It does no harm to begin the next step and to look at the signal right behind it.
 * @says stays with a step that cannot be stopped, and begins no other
 * @says plate started after the abort
 */
type Step = (signal?: AbortSignal) => Promise<string>

export async function cook(steps: Step[], signal: AbortSignal): Promise<string[]> {
  const dish: string[] = []
  for (const step of steps) {
    const running = step(signal)
    if (signal.aborted) {
      await running.catch(() => undefined)
      throw signal.reason
    }
    dish.push(await running)
  }
  return dish
}
