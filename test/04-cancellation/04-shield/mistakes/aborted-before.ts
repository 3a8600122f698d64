/**
 * @belief A listener also hears an abort that has happened before.
 * @says rejects at once when the customer had left before the call
 * @says it resolved to 'payment', where it should have rejected
 */
export function shield<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    const leave = () => reject(signal.reason)
    signal.addEventListener('abort', leave)
    work.then(resolve, reject).finally(() => signal.removeEventListener('abort', leave))
  })
}
