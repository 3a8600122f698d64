/** A race between the work and the abort, and a finally that takes the listener off. */
export async function shield<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  let leave = () => {}
  const left = new Promise<never>((_, reject) => {
    leave = () => reject(signal.reason)
  })
  signal.addEventListener('abort', leave, { once: true })
  if (signal.aborted) leave()
  try {
    return await Promise.race([left, work])
  } finally {
    signal.removeEventListener('abort', leave)
  }
}
