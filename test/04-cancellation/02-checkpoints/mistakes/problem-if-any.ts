/**
 * @belief What a step rejects with is something, so one can see by it whether it went wrong.
 * @says A step that rejects has gone wrong, whatever it rejects with
 */
type Step = (signal?: AbortSignal) => Promise<string>

export async function cook(steps: Step[], signal: AbortSignal): Promise<string[]> {
  const dish: string[] = []
  for (const step of steps) {
    signal.throwIfAborted()
    let problem: unknown
    await step(signal).then(
      (done) => dish.push(done),
      (error: unknown) => {
        problem = error
      },
    )
    if (problem) throw problem
  }
  return dish
}
