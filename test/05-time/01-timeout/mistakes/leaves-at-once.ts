/**
 * @belief When the job has been called off, there is nothing left to wait for.
 * @says withTimeout ended at second 5 while one job was still running
 */
type Job<T> = (signal: AbortSignal) => Promise<T>

export async function withTimeout<T>(ms: number, job: Job<T>): Promise<T> {
  const controller = new AbortController()
  let timer: NodeJS.Timeout | undefined
  const alarm = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      const error = new DOMException('too late', 'TimeoutError')
      controller.abort(error)
      reject(error)
    }, ms)
  })
  try {
    return await Promise.race([job(controller.signal), alarm])
  } finally {
    clearTimeout(timer)
  }
}
