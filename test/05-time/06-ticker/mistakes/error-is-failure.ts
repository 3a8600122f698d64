/**
 * @belief A check that has failed has an error.
 * @says A check rejects with undefined
 */
function sleep(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const leave = () => {
      clearTimeout(timer)
      reject(signal.reason)
    }
    const timer = setTimeout(() => {
      signal.removeEventListener('abort', leave)
      resolve()
    }, ms)
    signal.addEventListener('abort', leave, { once: true })
  })
}

type Job<T> = (signal: AbortSignal) => Promise<T>

export async function every(ms: number, job: Job<void>, signal: AbortSignal): Promise<void> {
  const start = Date.now()
  for (;;) {
    signal.throwIfAborted()
    const tick = Date.now()
    const [outcome] = await Promise.allSettled([job(signal)])
    if (outcome.status === 'rejected' && outcome.reason) throw outcome.reason
    if (outcome.status === 'rejected') return
    signal.throwIfAborted()
    const late = (Date.now() - start) % ms
    const isNow = late === 0 && Date.now() > tick
    if (!isNow) await sleep(ms - late, signal)
  }
}
