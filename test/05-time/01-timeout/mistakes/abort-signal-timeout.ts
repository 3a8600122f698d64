/**
 * @belief AbortSignal.timeout is all that is needed.
 * @says keeps Node open for a job that waits for its signal only
 */
type Job<T> = (signal: AbortSignal) => Promise<T>

export async function withTimeout<T>(ms: number, job: Job<T>): Promise<T> {
  const signal = AbortSignal.timeout(ms)
  try {
    const value = await job(signal)
    signal.throwIfAborted()
    return value
  } catch (error) {
    throw signal.aborted ? signal.reason : error
  }
}
