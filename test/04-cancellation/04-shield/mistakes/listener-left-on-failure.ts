/**
 * @belief There is nothing to tidy up when the work has failed.
 * @says An abort listener was left on the signal "customer leaves" after the work was done
 * @says remove the listener when you no longer need it
 */
export function shield<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    const leave = () => reject(signal.reason)
    if (signal.aborted) leave()
    signal.addEventListener('abort', leave, { once: true })
    work.then((value) => {
      signal.removeEventListener('abort', leave)
      resolve(value)
    }, reject)
  })
}
