/**
 * @belief The second handler of then also hears what the first one throws.
 * @says A promise was rejected and nobody was listening: AbortError
 */
export function shield<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    const leave = () => reject(signal.reason)
    signal.addEventListener('abort', leave)
    if (signal.aborted) leave()
    const tidy = () => signal.removeEventListener('abort', leave)
    work.then(
      (result) => {
        tidy()
        signal.throwIfAborted()
        resolve(result)
      },
      (error: unknown) => {
        tidy()
        reject(error)
      },
    )
  })
}
