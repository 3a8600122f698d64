type Job<T> = (signal: AbortSignal) => Promise<T>

type Answer<T> = { index: number } & ({ ok: true; value: T } | { ok: false; error: unknown })

/** Races, round after round; who has failed is left out of the next one. */
export async function firstSuccess<T>(jobs: Job<T>[]): Promise<T> {
  const others = new AbortController()
  const errors: unknown[] = []
  const open = new Map<number, Promise<Answer<T>>>()
  for (const [index, job] of jobs.entries()) {
    const answer = job(others.signal).then(
      (value): Answer<T> => ({ index, ok: true, value }),
      (error: unknown): Answer<T> => ({ index, ok: false, error }),
    )
    open.set(index, answer)
  }
  while (open.size > 0) {
    const answer = await Promise.race(open.values())
    open.delete(answer.index)
    if (answer.ok) {
      others.abort()
      return answer.value
    }
    errors[answer.index] = answer.error
  }
  throw new AggregateError(errors)
}
