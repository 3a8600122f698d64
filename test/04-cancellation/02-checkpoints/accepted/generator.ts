type Step = (signal?: AbortSignal) => Promise<string>

/** A plan without a single promise in it: it says what is next, and is told how that went. */
function* plan(steps: Step[]): Generator<Step, string[], string> {
  const dish: string[] = []
  for (const step of steps) dish.push(yield step)
  return dish
}

export async function cook(steps: Step[], signal: AbortSignal): Promise<string[]> {
  const recipe = plan(steps)
  let next = recipe.next()
  while (!next.done) {
    if (signal.aborted) recipe.throw(signal.reason)
    next = recipe.next(await next.value(signal))
  }
  return next.value
}
