/**
 * @belief A tick at which a check is only just over has gone by.
 * @says a check that ends on a tick is followed by one on that tick
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
    await job(signal)
    signal.throwIfAborted()
    const late = (Date.now() - start) % ms
    await sleep(ms - late, signal)
  }
}
