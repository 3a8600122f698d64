import { EventEmitter, on } from 'node:events'

/** What happens to the sleeper is read from a stream of events; the first of them decides. */
export async function sleep(ms: number, { signal }: { signal?: AbortSignal } = {}): Promise<void> {
  if (signal?.aborted) throw signal.reason
  const bedside = new EventEmitter()
  const events = on(bedside, 'woken') as AsyncIterable<[wake: () => void]>
  const shake = () => bedside.emit('woken', () => signal?.throwIfAborted())
  const alarm = setTimeout(() => bedside.emit('woken', () => undefined), ms)
  signal?.addEventListener('abort', shake)
  try {
    for await (const [wake] of events) return wake()
  } finally {
    clearTimeout(alarm)
    signal?.removeEventListener('abort', shake)
  }
}
