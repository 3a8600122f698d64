/**
 * @belief Work that has ended has a result, so undefined means that the customer was first.
 * @says The payment resolves to undefined, and nobody has left
 */
export async function shield<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  let leave = () => {}
  const left = new Promise<undefined>((resolve) => {
    leave = () => resolve(undefined)
  })
  signal.addEventListener('abort', leave)
  if (signal.aborted) leave()
  try {
    const result = await Promise.race([left, work])
    if (result === undefined) throw signal.reason
    return result
  } finally {
    signal.removeEventListener('abort', leave)
  }
}
