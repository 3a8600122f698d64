/**
 * @belief AbortSignal.timeout and AbortSignal.any are all that is needed.
 * @says AbortSignal.timeout and unref() make such timers
 */
interface Deadline {
  signal: AbortSignal
  left(): number
}

export async function withDeadline<T>(
  ms: number,
  job: (deadline: Deadline) => Promise<T>,
  outer?: Deadline,
): Promise<T> {
  const time = Math.min(ms, outer?.left() ?? ms)
  const end = Date.now() + time
  const own = AbortSignal.timeout(time)
  const signal = outer ? AbortSignal.any([outer.signal, own]) : own
  try {
    const value = await job({ signal, left: () => Math.max(0, end - Date.now()) })
    signal.throwIfAborted()
    return value
  } catch (error) {
    throw signal.aborted ? signal.reason : error
  }
}
