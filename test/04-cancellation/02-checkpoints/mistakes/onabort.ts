/**
 * @belief A signal has an onabort, and the cook may have it.
 * @says signal.onabort belongs to whoever has set it
 */
type Step = (signal?: AbortSignal) => Promise<string>

export async function cook(steps: Step[], signal: AbortSignal): Promise<string[]> {
  let left = signal.aborted
  signal.onabort = () => (left = true)
  try {
    const dish: string[] = []
    for (const step of steps) {
      if (left) throw signal.reason
      dish.push(await step(signal))
    }
    return dish
  } finally {
    signal.onabort = null
  }
}
