/**
 * @belief Nobody waits longer than a minute, so a limit does no harm.
 * @says The payment takes an hour and the customer stays: shield sets no limit of its own
 */
export async function shield<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  let leave = () => {}
  let timer: NodeJS.Timeout | undefined
  const left = new Promise<never>((_, reject) => {
    leave = () => reject(signal.reason)
    timer = setTimeout(() => reject(new Error('This takes too long.')), 60_000)
  })
  signal.addEventListener('abort', leave)
  if (signal.aborted) leave()
  try {
    return await Promise.race([left, work])
  } finally {
    clearTimeout(timer)
    signal.removeEventListener('abort', leave)
  }
}
