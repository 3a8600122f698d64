/**
 * @belief An AbortError can only come from my own signal.
 * @says with an error of its own, named AbortError
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
  const rest = Math.min(ms, outer?.left() ?? ms)
  const end = performance.now() + rest
  const own = new AbortController()
  const signal = outer ? AbortSignal.any([own.signal, outer.signal]) : own.signal
  const timer = setTimeout(() => own.abort(new DOMException('late', 'TimeoutError')), rest)
  try {
    const dish = await job({ signal, left: () => Math.max(0, end - performance.now()) })
    signal.throwIfAborted()
    return dish
  } catch (error) {
    if (error instanceof Error && error.name === 'AbortError') throw signal.reason
    throw signal.aborted ? signal.reason : error
  } finally {
    clearTimeout(timer)
  }
}
