/**
 * @belief A check that is late begins as soon as it can.
 * @says check 2 started at second 3 instead of 4
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
  for (;;) {
    signal.throwIfAborted()
    const tick = Date.now()
    await job(signal)
    signal.throwIfAborted()
    const left = tick + ms - Date.now()
    if (left > 0) await sleep(left, signal)
  }
}
