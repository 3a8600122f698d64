/**
 * @belief A finally beside the then only tidies up; it has nothing to do with errors.
 * @says A promise was rejected and nobody was listening: Error: the card was declined
 */
export function shield<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    const leave = () => reject(signal.reason)
    signal.addEventListener('abort', leave)
    if (signal.aborted) leave()
    work.then(resolve, reject)
    work.finally(() => signal.removeEventListener('abort', leave))
  })
}
