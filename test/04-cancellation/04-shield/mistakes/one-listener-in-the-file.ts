/**
 * @belief One variable in the file will do for the listener: there is one customer at a time.
 * @says lets everybody leave who still waits on the same signal
 */
let leave = () => {}

export function shield<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    leave = () => reject(signal.reason)
    signal.addEventListener('abort', leave)
    if (signal.aborted) leave()
    work.then(resolve, reject).finally(() => signal.removeEventListener('abort', leave))
  })
}
