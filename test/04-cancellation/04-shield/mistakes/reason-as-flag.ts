/**
 * @belief A signal that has a reason is aborted, and one that has none is not.
 * @says Two signals are aborted with null, one before the call
 */
export function shield<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    const leave = () => reject(signal.reason)
    signal.addEventListener('abort', leave)
    if (signal.reason) leave()
    work.then(resolve, reject).finally(() => signal.removeEventListener('abort', leave))
  })
}
