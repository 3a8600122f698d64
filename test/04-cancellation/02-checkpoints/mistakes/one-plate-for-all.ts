/**
 * @belief There is one cook, and so one plate in the file is enough.
 * @says What you note while you cook belongs into the call, not into the file
 */
type Step = (signal?: AbortSignal) => Promise<string>

let dish: string[] = []

export async function cook(steps: Step[], signal: AbortSignal): Promise<string[]> {
  dish = []
  for (const step of steps) {
    signal.throwIfAborted()
    dish.push(await step(signal))
  }
  return dish
}
