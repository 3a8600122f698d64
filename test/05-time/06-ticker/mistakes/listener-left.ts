/**
 * @belief A listener that is called once is taken off by itself.
 * @says abort listener
 */
function sleep(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const leave = () => {
      clearTimeout(timer)
      reject(signal.reason)
    }
    const timer = setTimeout(() => {
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
    await job(signal)
    signal.throwIfAborted()
    const late = (Date.now() - start) % ms
    const isNow = late === 0 && Date.now() > tick
    if (!isNow) await sleep(ms - late, signal)
  }
}
