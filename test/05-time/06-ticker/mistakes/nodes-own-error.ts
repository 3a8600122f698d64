/**
 * @belief node:timers/promises rejects with the reason of the signal.
 * @says The signal is aborted between two checks
 */
import { setTimeout as sleep } from 'node:timers/promises'

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
    if (!isNow) await sleep(ms - late, undefined, { signal })
  }
}
