/** A signal of its own, which follows the other one and is forgotten with it. */
export function shield<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  const mine = AbortSignal.any([signal])
  const left = new Promise<never>((_, reject) => {
    if (mine.aborted) reject(mine.reason)
    else mine.onabort = () => reject(mine.reason)
  })
  return Promise.race([left, work])
}
