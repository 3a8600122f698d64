export function rateLimit<A extends unknown[], R>(
  limit: number,
  per: number,
  call: (...args: A) => Promise<R>,
): (...args: A) => Promise<R> {
  /** Each resolves `per` milliseconds after a start; a caller waits for the one `limit` places before. */
  const turns: Promise<number>[] = []
  const sleep = (ms: number) =>
    ms > 0 ? new Promise<void>((resolve) => setTimeout(resolve, ms)) : Promise.resolve()
  return (...args) => {
    const turn = (turns.at(-limit) ?? Promise.resolve(-Infinity)).then(async (before) => {
      await sleep(before + per - Date.now())
      return Math.max(Date.now(), before + per)
    })
    turns.push(turn)
    if (turns.length > limit) turns.shift()
    return turn.then(() => call(...args))
  }
}
