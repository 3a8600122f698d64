/**
 * @belief The listener is called with the reason, so reject itself can be the listener.
 * @says shield rejects with the event that the listener was called with
 */
export function shield<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    signal.addEventListener('abort', reject)
    if (signal.aborted) reject(signal.reason)
    work.then(resolve, reject).finally(() => signal.removeEventListener('abort', reject))
  })
}
