/**
 * @belief Promise.all is a group: when one fails, it is over for all of them.
 * @says group ended at second 3 while two jobs were still running
 * @says when fries had failed, group did not wait for the rest
 * @says it rejected with Error: burnt, where it should have rejected with an AggregateError
 */
type Job<T> = (signal: AbortSignal) => Promise<T>
type Spawn = <R>(job: Job<R>) => Promise<R>

export async function taskGroup<T>(
  body: (spawn: Spawn) => Promise<T>,
  options: { signal?: AbortSignal } = {},
): Promise<T> {
  const jobs: Promise<unknown>[] = []
  const signal = options.signal ?? new AbortController().signal
  signal.throwIfAborted()
  const spawn: Spawn = <R>(job: Job<R>) => {
    const running = job(signal)
    jobs.push(running)
    return running
  }
  const [value] = await Promise.all([body(spawn), ...jobs])
  return value
}
