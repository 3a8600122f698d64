interface Outcome<T> {
  ok: T[]
  failed: unknown[]
}

/** Two lists with a place for each job, of which the empty places are left out in the end. */
export function settleAll<T>(jobs: (() => Promise<T>)[]): Promise<Outcome<T>> {
  const [ok, failed]: [T[], unknown[]] = [[], []]
  let left = jobs.length
  // filter walks by what has never been filled, and keeps undefined.
  const filled = <V>(places: V[]) => places.filter(() => true)
  return new Promise((resolve) => {
    const done = <V>(places: V[], index: number, what: V) => {
      places[index] = what
      left -= 1
      if (left === 0) setImmediate(resolve, { ok: filled(ok), failed: filled(failed) })
    }
    if (left === 0) resolve({ ok, failed })
    jobs.forEach((job, index) =>
      job().then(
        (value) => done(ok, index, value),
        (error: unknown) => done(failed, index, error),
      ),
    )
  })
}
