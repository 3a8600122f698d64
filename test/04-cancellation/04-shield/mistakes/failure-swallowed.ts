/**
 * @belief A late failure is nobody's business, so the work's errors are caught once and for all.
 * @says tells a customer who stays why the payment failed
 * @says it resolved to undefined, where it should have rejected with Error: the card was declined
 */
export function shield<T>(work: Promise<T>, signal: AbortSignal): Promise<T | undefined> {
  const quiet = work.catch(() => undefined)
  return new Promise((resolve, reject) => {
    const leave = () => reject(signal.reason)
    signal.addEventListener('abort', leave)
    if (signal.aborted) leave()
    quiet.then(resolve).finally(() => signal.removeEventListener('abort', leave))
  })
}
