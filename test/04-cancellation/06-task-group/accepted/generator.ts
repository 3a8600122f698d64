type Job<T> = (signal: AbortSignal) => Promise<T>
type Spawn = <R>(job: Job<R>) => Promise<R>

/** The members as a stream of endings, which runs dry when nobody is left. */
export async function taskGroup<T>(
  body: (spawn: Spawn) => Promise<T>,
  options: { signal?: AbortSignal } = {},
): Promise<T> {
  const outer = options.signal ?? new AbortController().signal
  const own = new AbortController()
  const signal = AbortSignal.any([outer, own.signal])
  const endings = new Map<object, Promise<[object, PromiseSettledResult<unknown>]>>()

  const join = <R>(work: Promise<R>): Promise<R> => {
    const key = {}
    endings.set(
      key,
      Promise.allSettled([work]).then(([end]) => {
        if (end.status === 'rejected') own.abort()
        return [key, end]
      }),
    )
    return work
  }
  async function* leaving() {
    while (endings.size > 0) {
      const [key, end] = await Promise.race(endings.values())
      endings.delete(key)
      yield end
    }
  }
  const start = async <R>(job: Job<R>): Promise<R> => {
    signal.throwIfAborted()
    return await job(signal)
  }
  const spawn: Spawn = (job) => join(start(job))

  outer.throwIfAborted()
  const value = join(body(spawn))
  const failures = new Set<unknown>()
  for await (const end of leaving()) {
    const isFailure = end.status === 'rejected' && !(signal.aborted && end.reason === signal.reason)
    if (isFailure) failures.add(end.reason)
  }
  own.abort('closed')

  outer.throwIfAborted()
  if (failures.size > 0) throw new AggregateError(failures)
  return value
}
