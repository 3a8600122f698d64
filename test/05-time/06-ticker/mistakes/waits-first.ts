/**
 * @belief The first check is on the first tick.
 * @says check 1
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
  signal.throwIfAborted()
  await sleep(ms, signal)
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
