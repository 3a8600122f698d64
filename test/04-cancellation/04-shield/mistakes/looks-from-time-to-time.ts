/**
 * @belief A tenth of a second is soon enough to notice an abort.
 * @says hears the customer at that very moment
 * @says from time to time
 */
export function shield<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    const look = () => {
      if (!signal.aborted) return
      clearInterval(timer)
      reject(signal.reason)
    }
    const timer = setInterval(look, 100)
    look()
    work.then(resolve, reject).finally(() => clearInterval(timer))
  })
}
