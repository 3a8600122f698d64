type Job<T> = (signal: AbortSignal) => Promise<T>

/** The first job, or the rest of them; each level knows one error more. */
export const firstSuccess = <T>(jobs: Job<T>[]): Promise<T> => {
  const others = new AbortController()
  const asked = jobs.map((job) => job(others.signal))
  const won = either(asked).then((outcome) => {
    others.abort()
    if ('errors' in outcome) throw new AggregateError(outcome.errors)
    return outcome.value
  })
  return won
}

type Outcome<T> = { value: T } | { errors: unknown[] }

function either<T>([first, ...rest]: Promise<T>[]): Promise<Outcome<T>> {
  if (!first) return Promise.resolve({ errors: [] })
  const one: Promise<Outcome<T>> = first.then(
    (value) => ({ value }),
    (error: unknown) => ({ errors: [error] }),
  )
  const others = either(rest)
  return new Promise((resolve) => {
    const look = (outcome: Outcome<T>) => {
      if ('value' in outcome) resolve(outcome)
    }
    void one.then(look)
    void others.then(look)
    void Promise.all([one, others]).then(([mine, theirs]) => {
      if ('errors' in mine && 'errors' in theirs) {
        resolve({ errors: [...mine.errors, ...theirs.errors] })
      }
    })
  })
}
