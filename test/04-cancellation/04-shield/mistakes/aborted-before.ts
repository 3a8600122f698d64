/**
 * @belief A listener also hears an abort that has happened before.
 * @says The signal was aborted before the call, and sends no event any more
 * @says shield resolved at second 3 instead of 0
 */
export function shield<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    const leave = () => reject(signal.reason)
    signal.addEventListener('abort', leave)
    work.then(resolve, reject).finally(() => signal.removeEventListener('abort', leave))
  })
}
