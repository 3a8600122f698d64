/**
 * @belief Whoever aborts without a proper reason needs one from shield.
 * @says Two signals are aborted with null
 * @says Error: The customer has left.
 */
export function shield<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    const leave = () => reject(signal.reason || new Error('The customer has left.'))
    signal.addEventListener('abort', leave)
    if (signal.aborted) leave()
    work.then(resolve, reject).finally(() => signal.removeEventListener('abort', leave))
  })
}
