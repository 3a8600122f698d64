type Job<T> = (signal: AbortSignal) => Promise<T>

/** No try, no await: how main ended is kept like a value, and unpacked at the end. */
export const runToClosing = <T>(
  main: (spawn: (job: Job<void>) => void) => Promise<T>,
): Promise<T> => {
  const evening = new AbortController()
  let leftovers: Promise<unknown> = Promise.resolve()

  const start = (job: Job<void>) => Promise.resolve(evening.signal).then(job)
  const spawn = (job: Job<void>) => {
    if (evening.signal.aborted) throw new Error('We are closed.')
    leftovers = Promise.allSettled([leftovers, start(job)])
  }

  return Promise.allSettled([Promise.resolve(spawn).then(main)]).then(([outcome]) => {
    evening.abort()
    return leftovers.then(() => {
      if (outcome.status === 'rejected') throw outcome.reason
      return outcome.value
    })
  })
}
