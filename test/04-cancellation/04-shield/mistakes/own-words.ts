/**
 * @belief Any error will do to say that somebody has left.
 * @says shield rejects with the signal's reason as it is
 * @says Error: the customer has left
 */
export function shield<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    const leave = () => reject(new Error('the customer has left'))
    signal.addEventListener('abort', leave)
    if (signal.aborted) leave()
    work.then(resolve, reject).finally(() => signal.removeEventListener('abort', leave))
  })
}
