/**
 * @belief A failure of the work finds its way out of new Promise by itself.
 * @says tells a customer who stays why the payment failed
 * @says shield never ended
 */
export function shield<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    const leave = () => reject(signal.reason)
    signal.addEventListener('abort', leave)
    if (signal.aborted) leave()
    work
      .then(resolve)
      .catch(() => undefined)
      .finally(() => signal.removeEventListener('abort', leave))
  })
}
