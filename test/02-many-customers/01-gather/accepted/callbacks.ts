type Callback<T> = (outcome: { value: T } | { reason: unknown }) => void

/** Node's old way: a function with a callback for each, and one callback for all of them. */
function parallel<T>(tasks: ((callback: Callback<T>) => void)[], callback: Callback<T[]>): void {
  const values: T[] = []
  let left = tasks.length
  let called = false
  const once: Callback<T[]> = (outcome) => {
    if (!called) process.nextTick(callback, outcome)
    called = true
  }
  if (left === 0) once({ value: values })
  tasks.forEach((task, index) =>
    task((outcome) => {
      if ('reason' in outcome) return once(outcome)
      values[index] = outcome.value
      left -= 1
      if (left === 0) once({ value: values })
    }),
  )
}

export function gather<T>(promises: Iterable<T | PromiseLike<T>>): Promise<T[]> {
  const tasks = [...promises].map((promise) => (callback: Callback<T>) => {
    void (async () => promise)().then(
      (value) => callback({ value }),
      (reason: unknown) => callback({ reason }),
    )
  })
  return new Promise((resolve, reject) =>
    parallel(tasks, (outcome) =>
      'reason' in outcome ? reject(outcome.reason) : resolve(outcome.value),
    ),
  )
}
