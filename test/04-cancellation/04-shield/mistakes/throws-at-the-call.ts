/**
 * @belief To throw and to reject come to the same.
 * @says instead of throwing at the call
 */
export function shield<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  work.catch(() => {})
  signal.throwIfAborted()
  return new Promise((resolve, reject) => {
    const leave = () => reject(signal.reason)
    signal.addEventListener('abort', leave, { once: true })
    const off = () => signal.removeEventListener('abort', leave)
    work.then(resolve, reject).then(off)
  })
}
