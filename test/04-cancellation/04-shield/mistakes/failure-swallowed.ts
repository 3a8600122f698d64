/**
 * @belief A late failure is nobody's business, so the work's errors are caught once and for all.
 * @says The payment fails and the customer is still there: shield fails as well
 * @says shield resolved where it should have rejected
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
