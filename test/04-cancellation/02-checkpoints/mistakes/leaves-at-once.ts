/**
 * @belief To stop means to leave at once, whatever is on the stove.
 * @says stays with a step that cannot be stopped
 * @says cook ended at second 4 while one job was still running
 */
type Step = (signal?: AbortSignal) => Promise<string>

export async function cook(steps: Step[], signal: AbortSignal): Promise<string[]> {
  signal.throwIfAborted()
  let leave = () => {}
  const left = new Promise<never>((_, reject) => {
    leave = () => reject(signal.reason)
    signal.addEventListener('abort', leave)
  })
  try {
    const dish: string[] = []
    for (const step of steps) dish.push(await Promise.race([step(signal), left]))
    return dish
  } finally {
    signal.removeEventListener('abort', leave)
  }
}
