/**
 * @belief Nobody needs more than a minute to tidy up.
 * @says the oven needs an hour to cool down
 */
/** Work that stops when its signal is aborted. */
type Job<T> = (signal: AbortSignal) => Promise<T>

export async function withTimeout<T>(ms: number, job: Job<T>): Promise<T> {
  const controller = new AbortController()
  const tooLate = new DOMException('too late', 'TimeoutError')
  const timer = setTimeout(() => controller.abort(tooLate), ms)
  try {
    const patience = new Promise<never>((_, reject) => {
      controller.signal.addEventListener('abort', () => setTimeout(() => reject(tooLate), 60_000))
    })
    const value = await Promise.race([job(controller.signal), patience])
    if (controller.signal.aborted) throw tooLate
    return value
  } catch (error) {
    throw controller.signal.aborted ? tooLate : error
  } finally {
    clearTimeout(timer)
  }
}
