/**
 * @belief A promise that rejects when the customer leaves may lie ready, in case somebody wants it.
 * @says A promise was rejected and nobody was listening
 */
type Step = (signal?: AbortSignal) => Promise<string>

export async function cook(steps: Step[], signal: AbortSignal): Promise<string[]> {
  signal.throwIfAborted()
  let leave = () => {}
  const left = new Promise<never>((_, reject) => {
    leave = () => reject(signal.reason)
  })
  signal.addEventListener('abort', leave, { once: true })
  try {
    const dish: string[] = []
    for (const step of steps) {
      if (signal.aborted) await left
      dish.push(await step(signal))
    }
    return dish
  } finally {
    signal.removeEventListener('abort', leave)
  }
}
