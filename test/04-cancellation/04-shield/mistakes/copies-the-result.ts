/**
 * @belief A result is handed on as a copy, so that nobody can change it any more.
 * @says passes on what the payment resolves to, and no copy of it
 */
export function shield<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    const leave = () => reject(signal.reason)
    signal.addEventListener('abort', leave)
    if (signal.aborted) leave()
    work
      .then((result) => resolve(structuredClone(result)), reject)
      .finally(() => signal.removeEventListener('abort', leave))
  })
}
