/** Work that stops when its signal is aborted. */
export type Job<T> = (signal: AbortSignal) => Promise<T>

/**
 * Gives the job so many milliseconds. When they are over, it is called off, and
 * as soon as it has tidied up, the promise rejects with a TimeoutError.
 */
export async function withTimeout<T>(ms: number, job: Job<T>): Promise<T> {
  const controller = new AbortController()
  const { signal } = controller
  const tooLate = new DOMException(`${ms} ms are over`, 'TimeoutError')
  const timer = setTimeout(() => controller.abort(tooLate), ms)
  try {
    const value = await job(signal)
    // Whatever is ready now is too late, however good it is.
    signal.throwIfAborted()
    return value
  } catch (error) {
    throw signal.aborted ? tooLate : error
  } finally {
    clearTimeout(timer)
  }
}
