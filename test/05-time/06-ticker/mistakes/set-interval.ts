/**
 * @belief setInterval waits for what it calls.
 * @says check 2
 */
type Job<T> = (signal: AbortSignal) => Promise<T>

export function every(ms: number, job: Job<void>, signal: AbortSignal): Promise<void> {
  return new Promise((_, reject) => {
    if (signal.aborted) return reject(signal.reason)
    const look = () => {
      job(signal).catch(stop)
    }
    const stop = (error: unknown) => {
      clearInterval(timer)
      signal.removeEventListener('abort', leave)
      reject(error)
    }
    const leave = () => stop(signal.reason)
    const timer = setInterval(look, ms)
    signal.addEventListener('abort', leave)
    look()
  })
}
