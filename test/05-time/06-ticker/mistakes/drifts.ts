/**
 * @belief The pause between two checks is as long as the clock says.
 * @says check 2 started at second 5 instead of 4
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
    await job(signal)
    signal.throwIfAborted()
    await sleep(ms, signal)
  }
}
