import { setTimeout as sleep } from 'node:timers/promises'

async function* ticks(ms: number, signal: AbortSignal): AsyncGenerator<number> {
  const start = performance.now()
  let number = 0
  while (!signal.aborted) {
    yield number
    const now = (performance.now() - start) / ms
    number = now > number + 1 ? Math.ceil(now) : number + 1
    const rest = start + number * ms - performance.now()
    try {
      await sleep(Math.max(rest, 0), undefined, { signal })
    } catch {
      return
    }
  }
}

export async function every(
  ms: number,
  job: (signal: AbortSignal) => Promise<void>,
  signal: AbortSignal,
): Promise<void> {
  for await (const _ of ticks(ms, signal)) {
    await job(signal)
  }
  throw signal.reason
}
