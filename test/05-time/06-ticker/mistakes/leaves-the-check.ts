/**
 * @belief When the shop closes, nobody waits for the cook.
 * @says one job was still running
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
  signal.throwIfAborted()
  const start = Date.now()
  const gone = new Promise<never>((_, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason), { once: true })
  })
  gone.catch(() => undefined)
  for (;;) {
    signal.throwIfAborted()
    const tick = Date.now()
    await Promise.race([job(signal), gone])
    signal.throwIfAborted()
    const late = (Date.now() - start) % ms
    const isNow = late === 0 && Date.now() > tick
    if (!isNow) await sleep(ms - late, signal)
  }
}
