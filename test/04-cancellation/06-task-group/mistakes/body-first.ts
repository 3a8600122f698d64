/**
 * @belief It is time to look at the jobs when the body has ended; until then nothing is lost.
 * @says group rejected at second 9 instead of 5
 */
type Job<T> = (signal: AbortSignal) => Promise<T>
type Spawn = <R>(job: Job<R>) => Promise<R>

export async function taskGroup<T>(
  body: (spawn: Spawn) => Promise<T>,
  options: { signal?: AbortSignal } = {},
): Promise<T> {
  options.signal?.throwIfAborted()
  const group = new AbortController()
  const onAbort = () => group.abort(options.signal?.reason)
  options.signal?.addEventListener('abort', onAbort)
  const jobs: Promise<unknown>[] = []
  const spawn: Spawn = async (job) => {
    group.signal.throwIfAborted()
    const running = job(group.signal)
    jobs.push(running)
    return running
  }
  const failures = new Set<unknown>()
  const fail = (error: unknown) => {
    if (error === group.signal.reason) return
    failures.add(error)
    group.abort()
  }
  try {
    const value = await body(spawn)
    for (const job of jobs) await job.catch(fail)
    options.signal?.throwIfAborted()
    if (failures.size === 0) return value
  } catch (error) {
    fail(error)
    for (const job of jobs) await job.catch(fail)
    options.signal?.throwIfAborted()
  } finally {
    options.signal?.removeEventListener('abort', onAbort)
    group.abort(new Error('closed'))
  }
  throw new AggregateError(failures)
}
