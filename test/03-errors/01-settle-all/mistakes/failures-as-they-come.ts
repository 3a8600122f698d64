/**
 * @belief Only the good ones have an order; failures are written down as they come in.
 * @says failed holds the reasons in the order of the jobs, not in which they failed
 * @says [ 'Error: dish 1 is burnt', 'Error: dish 7 is burnt' ]
 */
interface Outcome<T> {
  ok: T[]
  failed: unknown[]
}

export async function settleAll<T>(jobs: (() => Promise<T>)[]): Promise<Outcome<T>> {
  const failed: unknown[] = []
  const lists = await Promise.all(
    jobs.map((job) =>
      job().then(
        (value) => [value],
        (error: unknown) => {
          failed.push(error)
          return []
        },
      ),
    ),
  )
  return { ok: lists.flat(1) as T[], failed }
}
