import { once } from 'node:events'

/** A race of two whose loser is called off, in whichever way it went. */
export async function sleep(ms: number, { signal }: { signal?: AbortSignal } = {}): Promise<void> {
  signal?.throwIfAborted()
  const over = new AbortController()
  let timer: NodeJS.Timeout | undefined
  const slept = new Promise<void>((resolve) => (timer = setTimeout(resolve, ms)))
  const left = signal
    ? once(signal, 'abort', { signal: over.signal }).then(
        () => Promise.reject(signal.reason),
        () => undefined,
      )
    : slept
  try {
    await Promise.race([slept, left])
  } finally {
    clearTimeout(timer)
    over.abort()
  }
}
