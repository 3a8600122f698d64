/**
 * @belief It is enough when the check listens to the signal.
 * @says every rejected at second
 */
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
    if (!isNow) await new Promise((resolve) => setTimeout(resolve, ms - late))
  }
}
