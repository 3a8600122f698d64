type Step = (signal?: AbortSignal) => Promise<string>

/** Looks before each step and once more at the end; the reason of the signal has the last word. */
export async function cook(steps: Step[], signal: AbortSignal): Promise<string[]> {
  let dish = Promise.resolve<string[]>([])
  for (const step of steps) {
    dish = dish.then(async (done) => {
      signal.throwIfAborted()
      return [...done, await step(signal)]
    })
  }
  const [outcome] = await Promise.allSettled([dish])
  if (signal.aborted) throw signal.reason
  if (outcome.status === 'rejected') throw outcome.reason
  return outcome.value
}
