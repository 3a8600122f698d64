type Job<T> = (signal: AbortSignal) => Promise<T>

/** Success and failure change places: `all` then rejects with the first success. */
export async function firstSuccess<T>(jobs: Job<T>[]): Promise<T> {
  const others = new AbortController()
  const turned = jobs.map((job) =>
    job(others.signal).then(
      (value) => Promise.reject({ value }),
      (error: unknown) => error,
    ),
  )
  const errors = await Promise.all(turned).catch((won: { value: T }) => won)
  others.abort()
  if (Array.isArray(errors)) throw new AggregateError(errors)
  return errors.value
}
