/**
 * @belief A customer who has left is noted in the file, where every step can see it.
 * @says What you note while you cook belongs into the call, not into the file
 */
type Step = (signal?: AbortSignal) => Promise<string>

let left = false

export async function cook(steps: Step[], signal: AbortSignal): Promise<string[]> {
  const note = () => (left = true)
  if (signal.aborted) note()
  signal.addEventListener('abort', note, { once: true })
  try {
    const dish: string[] = []
    for (const step of steps) {
      if (left) throw signal.reason
      dish.push(await step(signal))
    }
    return dish
  } finally {
    signal.removeEventListener('abort', note)
  }
}
