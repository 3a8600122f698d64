/**
 * Settles as the work does, unless the signal is aborted first: then it
 * rejects at once with the signal's reason, and the work goes on.
 */
export function shield<T>(
  work: Promise<T>,
  signal: AbortSignal,
): Promise<T> {
  return new Promise((resolve, reject) => {
    const leave = () => reject(signal.reason)
    signal.addEventListener('abort', leave)
    // Attached in any case: when the work fails after the caller has left,
    // reject changes nothing any more, but somebody has heard of it.
    void work
      .then(resolve, reject)
      .finally(() => signal.removeEventListener('abort', leave))
    // An abort that is over sends no event.
    if (signal.aborted) leave()
  })
}
