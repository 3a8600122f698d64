/**
 * @belief An error that comes too late for the caller has to be thrown again, or it is lost.
 * @says A promise was rejected and nobody was listening: Error: the card was declined
 */
export function shield<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    const leave = () => reject(signal.reason)
    if (signal.aborted) leave()
    else signal.addEventListener('abort', leave, { once: true })
    work.then(
      (value) => {
        signal.removeEventListener('abort', leave)
        resolve(value)
      },
      (error: unknown) => {
        signal.removeEventListener('abort', leave)
        if (signal.aborted) throw error
        reject(error)
      },
    )
  })
}
