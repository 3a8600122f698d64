/**
 * @belief Whoever leaves has a reason.
 * @says and the stew is ready at 3 all the same
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
    if (signal.reason) throw signal.reason
    return dish
  } catch (error) {
    throw signal.reason || error
  } finally {
    clearTimeout(timer)
  }
}
