/**
 * @belief A then for the result and a catch for the error are two handlers of one promise.
 * @says A promise was rejected and nobody was listening: Error: the card was declined
 */
export function shield<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    const leave = () => reject(signal.reason)
    const tidy = () => signal.removeEventListener('abort', leave)
    signal.addEventListener('abort', leave)
    if (signal.aborted) leave()
    work.then((result) => {
      tidy()
      resolve(result)
    })
    work.catch((error: unknown) => {
      tidy()
      reject(error)
    })
  })
}
