/**
 * @belief If the signal is aborted already, one may leave without touching the work at all.
 * @says A promise was rejected and nobody was listening: Error: the card was declined
 */
export async function shield<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  signal.throwIfAborted()
  let leave = () => {}
  const left = new Promise<never>((_, reject) => {
    leave = () => reject(signal.reason)
    signal.addEventListener('abort', leave)
  })
  try {
    return await Promise.race([left, work])
  } finally {
    signal.removeEventListener('abort', leave)
  }
}
