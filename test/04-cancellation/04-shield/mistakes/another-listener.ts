/**
 * @belief A listener is taken off by a function that looks the same.
 * @says An abort listener was left on the signal "customer leaves" after the work was done
 */
export function shield<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    if (signal.aborted) reject(signal.reason)
    signal.addEventListener('abort', () => reject(signal.reason))
    work
      .then(resolve, reject)
      .finally(() => signal.removeEventListener('abort', () => reject(signal.reason)))
  })
}
