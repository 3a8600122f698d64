/**
 * @belief To protect the work means to stay until it is over.
 * @says lets the customer leave at once, and the payment go on to its end
 * @says shield rejected at second 3 instead of 1
 */
export async function shield<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  let leave = () => {}
  const left = new Promise<never>((_, reject) => {
    leave = () => reject(signal.reason)
    signal.addEventListener('abort', leave)
    if (signal.aborted) leave()
  })
  try {
    return await Promise.race([left, work])
  } finally {
    signal.removeEventListener('abort', leave)
    await work.catch(() => undefined)
  }
}
