import { once } from 'node:events'

/** The abort as a promise of Node's own, which a second controller calls off. */
export async function shield<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  const done = new AbortController()
  const left = async () => {
    if (!signal.aborted) await once(signal, 'abort', { signal: done.signal })
    return signal.reason as unknown
  }
  try {
    return await Promise.race([
      left().then((reason) => {
        throw reason
      }),
      work,
    ])
  } finally {
    done.abort()
  }
}
