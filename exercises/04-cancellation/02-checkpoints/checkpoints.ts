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
    // TODO: cook goes on when the customer has left. Stop then, and reject
    // with the signal's reason. Delete this comment when you begin.
    dish.push(await step())
  }
  return dish
}
