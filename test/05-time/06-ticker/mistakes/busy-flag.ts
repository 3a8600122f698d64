/**
 * @belief setInterval and a flag are enough.
 * @says a check that ends on a tick is followed by one on that tick
 */
type Job<T> = (signal: AbortSignal) => Promise<T>

export function every(ms: number, job: Job<void>, signal: AbortSignal): Promise<void> {
  return new Promise((_, reject) => {
    if (signal.aborted) return reject(signal.reason)
    let busy = false
    const stop = (error: unknown) => {
      clearInterval(timer)
      signal.removeEventListener('abort', leave)
      reject(error)
    }
    const leave = () => {
      clearInterval(timer)
      if (!busy) stop(signal.reason)
    }
    const look = async () => {
      if (busy) return
      busy = true
      try {
        await job(signal)
      } catch (error) {
        stop(signal.aborted ? signal.reason : error)
      }
      busy = false
      if (signal.aborted) stop(signal.reason)
    }
    const timer = setInterval(look, ms)
    signal.addEventListener('abort', leave)
    void look()
  })
}
