/**
 * @belief If the work has failed, the variable that holds its error is not empty.
 * @says The payment rejects with undefined, and that is a failure, too
 */
export async function shield<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  let leave = () => {}
  const left = new Promise<never>((_, reject) => {
    leave = () => reject(signal.reason)
  })
  signal.addEventListener('abort', leave)
  if (signal.aborted) leave()

  let result: T | undefined
  let problem: unknown
  await Promise.race([left, work]).then(
    (value) => (result = value),
    (error: unknown) => (problem = error),
  )
  signal.removeEventListener('abort', leave)
  if (signal.aborted) throw signal.reason
  if (problem) throw problem
  return result as T
}
