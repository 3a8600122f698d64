/**
 * @belief A customer who leaves wants no answer, so an empty one will do.
 * @says lets the customer leave at once, and the payment go on to its end
 * @says shield resolved where it should have rejected
 */
export function shield<T>(work: Promise<T>, signal: AbortSignal): Promise<T | undefined> {
  return new Promise((resolve, reject) => {
    const leave = () => resolve(undefined)
    signal.addEventListener('abort', leave)
    if (signal.aborted) leave()
    work.then(resolve, reject).finally(() => signal.removeEventListener('abort', leave))
  })
}
