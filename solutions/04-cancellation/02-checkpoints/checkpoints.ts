/**
 * One step of a recipe; it tells what has been done. Given a signal, it can
 * be stopped halfway, and then it rejects. Some steps never listen.
 */
export type Step = (signal?: AbortSignal) => Promise<string>

/** What the steps of a recipe have done, in their order. */
export type Dish = string[]

/** Takes the steps one after another, until the dish is ready. */
export async function cook(
  steps: Step[],
  signal: AbortSignal,
): Promise<Dish> {
  const dish: Dish = []
  for (const step of steps) {
    // Not every step listens: whoever may have left during the last one is
    // noticed here, before the next one begins.
    signal.throwIfAborted()
    dish.push(await step(signal))
  }
  return dish
}
