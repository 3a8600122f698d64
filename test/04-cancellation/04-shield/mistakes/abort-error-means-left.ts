/**
 * @belief Only a customer who leaves brings an AbortError.
 * @says Ask the signal, and not the error
 */
export async function shield<T>(work: Promise<T>, signal: AbortSignal) {
  let leave = () => {}
  work.catch(() => {})
  try {
    return await Promise.race([
      work,
      new Promise<never>((_, reject) => {
        leave = () => reject(signal.reason)
        if (signal.aborted) leave()
        signal.addEventListener('abort', leave)
      }),
    ])
  } catch (error) {
    if (error instanceof Error && error.name === 'AbortError') throw signal.reason
    throw error
  } finally {
    signal.removeEventListener('abort', leave)
  }
}
