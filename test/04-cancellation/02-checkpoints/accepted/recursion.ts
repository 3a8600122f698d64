type Step = (signal?: AbortSignal) => Promise<string>

/** The first step, and then the rest of the recipe. */
export async function cook(steps: Step[], signal: AbortSignal): Promise<string[]> {
  const [first, ...rest] = steps
  if (!first) return []
  signal.throwIfAborted()
  const done = await first(signal)
  return [done, ...(await cook(rest, signal))]
}
