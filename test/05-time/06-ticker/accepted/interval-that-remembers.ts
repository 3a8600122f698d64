import { EventEmitter, once } from 'node:events'

/** A clock that goes on ticking; a tick that comes at the end of a check still counts. */
export async function every(
  ms: number,
  job: (signal: AbortSignal) => Promise<void>,
  signal: AbortSignal,
): Promise<void> {
  signal.throwIfAborted()
  const clock = new EventEmitter()
  let lastTick = Date.now()
  let used = lastTick
  const timer = setInterval(() => {
    lastTick += ms
    clock.emit('tick')
  }, ms)
  try {
    for (;;) {
      await job(signal)
      signal.throwIfAborted()
      const isNow = lastTick > used && Date.now() - lastTick < Math.min(ms / 2, 20)
      if (!isNow) await once(clock, 'tick', { signal })
      used = lastTick
    }
  } catch (error) {
    throw signal.aborted ? signal.reason : error
  } finally {
    clearInterval(timer)
  }
}
