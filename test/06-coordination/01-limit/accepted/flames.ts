export function limit(max: number): <T>(job: () => Promise<T>) => Promise<T> {
  /** Each flame is a promise that is resolved when it is free; whoever comes takes the next one on. */
  const free: number[] = Array.from({ length: max }, (_, index) => index)
  const wanted: ((flame: number) => void)[] = []

  const take = (): Promise<number> => {
    const flame = free.shift()
    if (flame !== undefined) return Promise.resolve(flame)
    return new Promise((resolve) => wanted.push(resolve))
  }
  const putBack = (flame: number) => {
    const next = wanted.shift()
    next ? next(flame) : free.push(flame)
  }
  return (job) =>
    take().then((flame) =>
      Promise.resolve()
        .then(job)
        .finally(() => putBack(flame)),
    )
}
