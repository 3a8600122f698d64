/**
 * @belief A listener can be put on a moment later; nothing happens so soon.
 * @says Between the look at the signal and the listener there must be no gap
 */
export async function shield<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  work.catch(() => undefined)
  if (signal.aborted) throw signal.reason
  const { default: events } = await import('node:events')
  const done = new AbortController()
  const left = events.once(signal, 'abort', { signal: done.signal }).then(() => {
    throw signal.reason
  })
  try {
    return await Promise.race([left, work])
  } finally {
    done.abort()
  }
}
