/**
 * @belief Setting signal.onabort is the same as adding a listener.
 * @says lets everybody leave who still waits on the same signal
 * @says Each call has a listener of its own, and takes off no other
 */
export function shield<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    if (signal.aborted) reject(signal.reason)
    signal.onabort = () => reject(signal.reason)
    work.then(resolve, reject).finally(() => (signal.onabort = null))
  })
}
