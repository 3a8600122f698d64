type Job<T> = (signal: AbortSignal) => Promise<T>

type Answer<T> = { from: number } & ({ value: T } | { error: unknown })

/** Answers, in the order in which they come in. */
async function* answersOf<T>(jobs: Job<T>[], signal: AbortSignal): AsyncGenerator<Answer<T>> {
  const came: Answer<T>[] = []
  let wake = () => {}
  const post = (answer: Answer<T>) => {
    came.push(answer)
    wake()
  }
  jobs.forEach((job, from) => {
    job(signal).then(
      (value) => post({ from, value }),
      (error: unknown) => post({ from, error }),
    )
  })
  for (let read = 0; read < jobs.length; read += 1) {
    if (came.length <= read) await new Promise<void>((resolve) => (wake = resolve))
    yield came[read]!
  }
}

export async function firstSuccess<T>(jobs: Job<T>[]): Promise<T> {
  const others = new AbortController()
  const errors = jobs.map(() => undefined as unknown)
  for await (const answer of answersOf(jobs, others.signal)) {
    if ('value' in answer) {
      others.abort('too late')
      return answer.value
    }
    errors[answer.from] = answer.error
  }
  throw new AggregateError(errors, 'nobody has any')
}
