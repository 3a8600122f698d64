/** The listener hangs on a signal of its own, and goes when that one is aborted. */
export function shield<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  const over = new AbortController()
  const { promise, resolve, reject } = deferred<T>()
  signal.addEventListener('abort', () => reject(signal.reason), { signal: over.signal })
  if (signal.aborted) reject(signal.reason)
  Promise.allSettled([work]).then(([outcome]) => {
    over.abort()
    if (outcome.status === 'fulfilled') resolve(outcome.value)
    else reject(outcome.reason)
  })
  return promise
}

function deferred<T>() {
  let resolve!: (value: T) => void
  let reject!: (reason: unknown) => void
  const promise = new Promise<T>((yes, no) => {
    resolve = yes
    reject = no
  })
  return { promise, resolve, reject }
}
