type Step = (signal?: AbortSignal) => Promise<string>

/** A stream of finished steps. Before and after each of them somebody looks up. */
async function* finished(steps: Step[], signal: AbortSignal) {
  signal.throwIfAborted()
  for (const step of steps) {
    yield await step(signal)
    signal.throwIfAborted()
  }
}

export async function cook(steps: Step[], signal: AbortSignal): Promise<string[]> {
  const dish: string[] = []
  for await (const done of finished(steps, signal)) dish.push(done)
  return dish
}
