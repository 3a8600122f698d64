/**
 * @belief It does no harm to begin the next step and to look at the signal right behind it.
 * @says plate never begins
 * @says nobody looks at the signal between two steps, and so the next one begins
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
