/**
 * @belief An error is of more use when it says where it came from.
 * @says shield rejects with the very error of the payment
 */
export function shield<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    const leave = () => reject(signal.reason)
    signal.addEventListener('abort', leave)
    if (signal.aborted) leave()
    work
      .then(resolve, (cause: unknown) => reject(new Error('The work has failed.', { cause })))
      .finally(() => signal.removeEventListener('abort', leave))
  })
}
