/**
 * @belief The same work has the same shield, so the second call may get the promise of the first.
 * @says Two calls with the same payment: mother leaves, and father still gets the receipt
 */
const shields = new WeakMap<Promise<unknown>, Promise<unknown>>()

export function shield<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  const known = shields.get(work) as Promise<T> | undefined
  if (known) return known
  const shielded = new Promise<T>((resolve, reject) => {
    const leave = () => reject(signal.reason)
    signal.addEventListener('abort', leave)
    if (signal.aborted) leave()
    work.then(resolve, reject).finally(() => signal.removeEventListener('abort', leave))
  })
  shields.set(work, shielded)
  return shielded
}
